using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator;

public sealed class TenantFileTests : IDisposable
{
    private static readonly EmulatorOptions Options = new() { Time = new FixedTime(), NewId = () => new Guid(7, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) };

    private readonly string _folder = Directory.CreateTempSubdirectory("reconciler-tenant-").FullName;

    private string FilePath => Path.Combine(_folder, "deep", "woodgrove.tenant.json");

    [Fact]
    public void A_tenant_made_from_a_seed_is_there_again_after_saving()
    {
        using (var file = TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false))
        {
            file.Save();
        }

        var text = File.ReadAllText(FilePath);
        Assert.StartsWith("{\n  \"format\": \"reconciler-tenant\",\n  \"version\": 1,\n", text, StringComparison.Ordinal);
        Assert.Contains("Marketing O'Team", text, StringComparison.Ordinal);
        using (var again = TenantFile.Open(FilePath, [], Options, readOnly: false))
        {
            Assert.Equal(Given.TenantId, again.Tenant.TenantId);
            again.Save();
        }

        Assert.Equal(text, File.ReadAllText(FilePath));
        Assert.False(File.Exists(FilePath + ".new"));
    }

    [Fact]
    public void A_file_in_use_is_refused_by_name_and_free_again_afterwards()
    {
        using (TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false))
        {
            var refusal = Assert.Throws<TenantStateException>(() => TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false));
            Assert.Contains(FilePath, refusal.Message, StringComparison.Ordinal);
        }

        TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false).Dispose();
    }

    [Fact]
    public void Reading_is_possible_while_another_writes()
    {
        using var writer = TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false);
        writer.Save();

        using var reader = TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: true);

        Assert.Equal(writer.Tenant.TenantId, reader.Tenant.TenantId);
    }

    [Fact]
    public void Reading_never_writes()
    {
        using var file = TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: true);

        Assert.Equal(Given.TenantId, file.Tenant.TenantId);
        Assert.Throws<InvalidOperationException>(file.Save);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("{ half")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{ \"format\": \"terraform\", \"version\": 4 }")]
    [InlineData("{ \"format\": \"reconciler-tenant\", \"format\": \"reconciler-tenant\", \"version\": 1 }")]
    public void A_damaged_or_foreign_file_is_refused_by_name_and_left_alone(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath) ?? "");
        File.WriteAllText(FilePath, content);

        foreach (var readOnly in (bool[])[true, false])
        {
            var refusal = Assert.Throws<TenantStateException>(() => TenantFile.Open(FilePath, Given.Seed(), Options, readOnly));
            Assert.StartsWith(FilePath, refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(content, File.ReadAllText(FilePath));
    }

    [Fact]
    public void A_seed_that_is_wrong_leaves_the_file_free()
    {
        Assert.Throws<SeedException>(() => TenantFile.Open(FilePath, new JsonObject(), Options, readOnly: false));

        TenantFile.Open(FilePath, Given.Seed(), Options, readOnly: false).Dispose();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
