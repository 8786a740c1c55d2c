using System.Diagnostics;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class FolderTests
{
    [Fact]
    public void Files_are_found_by_patterns_in_ordinal_order_each_once_and_never_in_dot_folders()
    {
        using var disk = new OnDisk("version: 1\nfiles: [ 'policies/**/*.yaml', 'policies/?.yaml', '*.yml' ]\n")
            .Catalog("policies/b.yaml").Catalog("policies/C.yaml").Catalog("policies/x/y/c.yaml").Catalog("z.yml")
            .Catalog("policies/.hidden/d.yaml").Catalog("policies/.#e.yaml").Catalog("policies/f.yml").Catalog("other/g.yaml");

        var result = DeclarationLoader.Load(disk.Folder);

        Assert.Empty(result.Told());
        Assert.Equal(["policies/C.yaml", "policies/b.yaml", "policies/x/y/c.yaml", "reconciler.yaml", "z.yml"], result.Texts.Keys);
    }

    [Fact]
    public void The_workspaces_own_file_and_its_seeds_are_no_policy_files()
    {
        using var disk = new OnDisk("version: 1\nfiles: [ '**' ]\ntenants: { demo: { adapter: embedded, seed: ./seed.yaml } }\n")
            .Catalog("a.yaml").Catalog("sub/b.yaml").Write("seed.yaml", "users: []");

        var result = DeclarationLoader.Load(disk.Folder);

        Assert.Empty(result.Told());
        Assert.Equal(2, result.FileCount);
        Assert.Equal(disk.Folder, result.Workspace?.Folder);
    }

    [Fact]
    public void A_pattern_that_was_written_and_matches_nothing_is_a_warning()
    {
        using var disk = new OnDisk("version: 1\nfiles: [ '*.yml', 'nothing/*.yaml' ]\n").Catalog("a.yml");

        var told = Assert.Single(DeclarationLoader.Load(disk.Folder).Diagnostics);
        Assert.Equal(("RCN009", Severity.Warning, "reconciler.yaml:2:19"), (told.Code, told.Severity, told.Where?.ToString()));
    }

    [Fact]
    public void A_missing_folder_or_workspace_says_how_to_make_one()
    {
        using var disk = new OnDisk();
        File.Delete(disk.Path("reconciler.yaml"));

        var noFile = Assert.Single(DeclarationLoader.Load(disk.Folder).Diagnostics);
        var noFolder = Assert.Single(DeclarationLoader.Load(disk.Path("nowhere")).Diagnostics);
        Assert.Equal(("RCN002", "RCN001"), (noFile.Code, noFolder.Code));
        Assert.All([noFile, noFolder], d => Assert.Contains("reconciler init", d.Advice, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_is_no_workspace()
    {
        using var disk = new OnDisk().Catalog("policies/finance.yaml");
        var path = disk.Path("policies/finance.yaml");

        var told = Assert.Single(DeclarationLoader.Load(path).Diagnostics);

        Assert.Equal("RCN013", told.Code);
        Assert.Null(told.Where);
        Assert.EndsWith("finance.yaml` is a file, where a workspace's folder is expected.", told.Message, StringComparison.Ordinal);
        Assert.Equal("Name the folder that holds reconciler.yaml.", told.Advice);
    }

    [Theory]
    [InlineData("RCN004")]
    [InlineData("RCN005")]
    [InlineData("RCN006")]
    [InlineData("RCN010")]
    [InlineData("RCN011")]
    public void A_file_that_is_none_is_told_and_the_others_go_on(string code)
    {
        using var outside = new OnDisk().Catalog("o.yaml");
        using var disk = new OnDisk().Catalog("policies/a.yaml");
        var path = disk.Path("policies/x.yaml");
        switch (code)
        {
            case "RCN004":
                Directory.CreateDirectory(path);
                break;
            case "RCN005":
                File.CreateSymbolicLink(path, "nowhere.yaml");
                break;
            case "RCN006":
                using (var file = File.Create(path))
                {
                    file.SetLength(100L * 1024 * 1024);
                }

                break;
            case "RCN010":
                path = disk.Path("policies/loop");
                Directory.CreateSymbolicLink(path, disk.Path("policies"));
                break;
            default:
                File.CreateSymbolicLink(path, outside.Path("o.yaml"));
                break;
        }

        var result = DeclarationLoader.Load(disk.Folder);

        var told = Assert.Single(result.Diagnostics);
        Assert.Equal((code, $"policies/{Path.GetFileName(path)}:1:1"), (told.Code, told.Where?.ToString()));
        Assert.Equal(["policies/a.yaml"], result.Declared.Declarations.Select(d => d.Key.Name));
    }

    [Fact]
    public void Links_that_lead_to_each_other_lead_nowhere()
    {
        using var disk = new OnDisk().Catalog("policies/a.yaml");
        File.CreateSymbolicLink(disk.Path("policies/x.yaml"), "y.yaml");
        File.CreateSymbolicLink(disk.Path("policies/y.yaml"), "x.yaml");

        Assert.All(DeclarationLoader.Load(disk.Folder).Diagnostics, d => Assert.Contains(d.Code, new[] { "RCN003", "RCN005" }));
    }

    [Fact]
    public void A_link_to_a_file_of_the_workspace_is_followed()
    {
        using var disk = new OnDisk().Catalog("shared/a.yaml");
        Directory.CreateDirectory(disk.Path("policies"));
        File.CreateSymbolicLink(disk.Path("policies/a.yaml"), "../shared/a.yaml");

        Assert.Empty(DeclarationLoader.Load(disk.Folder).Told());
    }

    [Fact]
    public void A_pipe_is_never_waited_for()
    {
        using var disk = new OnDisk().Catalog("policies/a.yaml");
        Process.Start("mkfifo", [disk.Path("policies/pipe.yaml")]).WaitForExit();

        var told = Assert.Single(DeclarationLoader.Load(disk.Folder).Diagnostics);
        Assert.Equal(("RCN014", Severity.Error), (told.Code, told.Severity));
    }

    [Fact]
    public void A_file_whose_name_is_no_text_is_told()
    {
        using var disk = new OnDisk().Catalog("policies/a.yaml");
        Process.Start("/bin/sh", ["-c", "printf 'kind: Settings' > \"$1/$(printf 'b\\377.yaml')\"", "sh", disk.Path("policies")]).WaitForExit();

        var codes = DeclarationLoader.Load(disk.Folder).Diagnostics.Select(d => d.Code);

        // .NET can't name it to delete it either.
        Process.Start("/bin/sh", ["-c", "rm \"$1\"/b*", "sh", disk.Path("policies")]).WaitForExit();
        Assert.Equal(["RCN015"], codes);
    }
}
