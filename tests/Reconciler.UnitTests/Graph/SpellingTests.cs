using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reconciler.Graph.Http;

namespace Reconciler.UnitTests.Graph;

/// <summary>A secret that is told back is masked in every spelling that one can read it back from.</summary>
public sealed class SpellingTests
{
    private const string Secret = "pä+ss/w~rd&x=1'\"<q> \\😀z";

    public static TheoryData<string> Spellings => new(
        Secret,
        JsonSerializer.Serialize(Secret)[1..^1],
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(Secret),
        string.Concat(Secret.Select(sign => $"\\u{(int)sign:X4}")),
        Uri.EscapeDataString(Secret),
        WebUtility.UrlEncode(Secret),
        WebUtility.UrlEncode(Secret).ToLowerInvariant(),
        Uri.EscapeDataString(Uri.EscapeDataString(Secret)),
        WebUtility.HtmlEncode(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret))),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Replace('+', '-').Replace('/', '_').TrimEnd('='));

    [Theory]
    [MemberData(nameof(Spellings))]
    public void However_it_is_spelled(string told)
    {
        var said = Masking.Without($"AADSTS7000215: bad secret [{told}].", [Secret]);

        Assert.StartsWith("AADSTS7000215: bad secret [***", said, StringComparison.Ordinal);
        Assert.InRange(said.Length, 0, "AADSTS7000215: bad secret [***XX==].".Length + 4);
    }

    [Theory]
    [InlineData("id:")]
    [InlineData("id1:")]
    [InlineData("id12:")]
    public void With_a_name_before_it_in_base64(string name)
    {
        var said = Masking.Without(Convert.ToBase64String(Encoding.UTF8.GetBytes(name + Secret + name)), [Secret]);

        Assert.Contains("***", said, StringComparison.Ordinal);
        Assert.InRange(said.Length, 0, 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("It can't be: 50 % of \\u0041 &amp; %zz.")]
    public void Other_texts_stay_as_they_are(string text) => Assert.Equal(text, Masking.Without(text, [Secret, null, "", "abc"]));
}
