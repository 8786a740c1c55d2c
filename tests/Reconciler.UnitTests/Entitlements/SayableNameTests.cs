using System.Globalization;
using Reconciler.Entitlements;
using Reconciler.UnitTests.Declarations;

namespace Reconciler.UnitTests.Entitlements;

public sealed class SayableNameTests
{
    [Theory]
    [InlineData("Finance", "Finance")]
    [InlineData(" Finance\t", "Finance")]
    [InlineData("Fin\u200bance\u202e", "Finance")]
    [InlineData("\u200b A \u200b", "A")]
    [InlineData("a\r\nb", "ab")]
    [InlineData("a\u00a0b", "a\u00a0b")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    [InlineData("", "(no name)")]
    [InlineData(" \u2028\u00a0", "(no name)")]
    public void What_nobody_sees_is_left_out(string name, string said) => Assert.Equal(said, SayableName.Of(name));

    [Fact]
    public void Half_a_character_is_left_out()
    {
        Assert.Equal("ab", SayableName.Of("a\ud800b"));
        Assert.Equal("ab", SayableName.Of("a\udc00b\ud800"));
    }

    [Fact]
    public void What_is_too_long_is_cut_at_a_whole_character()
    {
        Assert.Equal(new string('x', 256), SayableName.Of(new string('x', 300)));
        Assert.Equal(new string('x', 255), SayableName.Of(new string('x', 255) + "\ud83d\ude00"));
        Assert.Equal(new string('x', 255), SayableName.Of(new string('x', 255) + " y"));
    }

    [Fact]
    public void A_policy_file_takes_whatever_is_said_and_reads_it_back()
    {
        var random = new Random(7);
        var names = Enumerable.Range(0, 3000).Select(_ => new string([.. Enumerable.Range(0, random.Next(300)).Select(_ => Character(random))]))
            .Concat(Enumerable.Range(0, 0x10000).Select(c => $"{(char)c}")).Select(SayableName.Of).DistinctBy(NameComparer.Fold).ToList();

        foreach (var some in names.Chunk(5000))
        {
            var read = Loading.Text($"kind: Catalog\nname: Of all\npreviously:\n{string.Concat(some.Select(name => $"  - \"{Escaped(name)}\"\n"))}");
            Assert.Empty(read.Told());
            Assert.Equal(some, Assert.Single(read.Declared.Declarations).Previously);
        }

        Assert.All(names, name => Assert.Equal(name, SayableName.Of(name)));
    }

    private static char Character(Random random) => random.Next(4) switch
    {
        0 => (char)random.Next(0x20, 0x7f),
        1 => " \t\n\r\u00a0\u200b\u200e\u202e\u2028\u2066\u2060\u00ad\ufeff\u3000"[random.Next(14)],
        2 => (char)random.Next(0xd700, 0xe100),
        _ => (char)random.Next(0x10000),
    };

    private static string Escaped(string name) =>
        string.Concat(name.Replace("$(", "$$(", StringComparison.Ordinal).Select(c => c is '"' or '\\' ? $"\\{c}" : c is >= ' ' and < '\u007f' ? $"{c}" : $"\\u{((int)c).ToString("x4", CultureInfo.InvariantCulture)}"));
}
