using Reconciler.Declarations;

namespace Reconciler.UnitTests.Declarations;

public sealed class SeedTests
{
    [Fact]
    public void A_seed_becomes_JSON_of_the_same_shape()
    {
        using var disk = new OnDisk().Write("directory.yaml", """
            organization: { name: Woodgrove Bank, tenantId: 0123, domain: woodgrove.example }
            users:
              - { userPrincipalName: "ana_fabrikam.com#EXT#@woodgrove.example", guest: true, department: "true" }
            groups: [ { displayName: External collaboration, members: [] } ]
            """);

        var result = SeedReader.Read(disk.Folder, "directory.yaml");

        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            """{"organization":{"name":"Woodgrove Bank","tenantId":"0123","domain":"woodgrove.example"},"users":[{"userPrincipalName":"ana_fabrikam.com#EXT#@woodgrove.example","guest":true,"department":"true"}],"groups":[{"displayName":"External collaboration","members":[]}]}""",
            result.Seed?.ToJsonString());
    }

    [Theory]
    [InlineData("users:", "RCN042", "s.yaml:1:7")]
    [InlineData("users: []\nusers: []", "RCN025", "s.yaml:2:1")]
    [InlineData("- a", "RCN098", "s.yaml:1:1")]
    [InlineData("", "RCN098", "s.yaml:1:1")]
    [InlineData("a: b\n---\nc: d", "RCN098", "s.yaml:3:1")]
    [InlineData("a: [", "RCN020", "s.yaml:1:5")]
    [InlineData("a: \"\\e\"", "RCN052", "s.yaml:1:4")]
    public void What_is_no_sound_seed_is_told(string text, string code, string where)
    {
        using var disk = new OnDisk().Write("s.yaml", text);

        var result = SeedReader.Read(disk.Folder, "s.yaml");

        Assert.Null(result.Seed);
        var told = Assert.Single(result.Diagnostics);
        Assert.Equal((code, where), (told.Code, told.Where?.ToString()));
    }

    [Theory]
    [InlineData("../s.yaml", "RCN094")]
    [InlineData("/etc/passwd", "RCN094")]
    [InlineData("nowhere.yaml", "RCN097")]
    [InlineData("sub", "RCN004")]
    public void A_seed_is_a_file_of_the_workspace(string path, string code)
    {
        using var disk = new OnDisk().Write("sub/s.yaml", "a: b");

        Assert.Equal(code, Assert.Single(SeedReader.Read(disk.Folder, path).Diagnostics).Code);
    }
}
