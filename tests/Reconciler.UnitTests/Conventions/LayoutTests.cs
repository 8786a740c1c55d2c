using System.Text.RegularExpressions;

namespace Reconciler.UnitTests.Conventions;

public sealed class LayoutTests
{
    private const int LongestFile = 400;
    private const int LongestMethod = 60;

    [Fact]
    public void No_source_file_is_too_long_to_read() =>
        Assert.Empty(Repository.Sources().Where(path => File.ReadLines(path).Count() > LongestFile).Select(Repository.Shorten));

    [Fact]
    public void Half_of_the_source_files_fit_on_one_screen()
    {
        var lengths = Repository.Sources().Select(path => File.ReadLines(path).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 60);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 200);
    }

    [Fact]
    public void No_method_is_too_long_to_read()
    {
        var tooLong = from path in Repository.Sources()
                      from method in Methods(File.ReadAllLines(path))
                      where method.Length > LongestMethod
                      select $"{Repository.Shorten(path)}:{method.Line} has {method.Length} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_folder_is_named_after_what_it_is_not_sure_of()
    {
        string[] vague = ["Common", "Shared", "Helpers", "Utils", "Utilities", "Managers", "Services", "Models", "Misc"];

        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(folder => vague.Contains(Path.GetFileName(folder))).Select(Repository.Shorten));
    }

    [Fact]
    public void A_file_is_named_after_what_is_in_it()
    {
        var strangers = from path in Repository.Sources()
                        let name = Path.GetFileNameWithoutExtension(path).Split('.')[0]
                        where name is not ("Program" or "AssemblyInfo" or "GlobalUsings")
                        let types = Regex.Matches(File.ReadAllText(path), @"^(?:public|internal) .*?\b(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)
                            .Select(m => m.Groups[1].Value).ToList()
                        where !types.Contains(name)
                        select $"{Repository.Shorten(path)} holds {string.Join(", ", types)}";

        Assert.Empty(strangers);
    }

    [Fact]
    public void A_file_holds_one_type_and_what_belongs_to_it_alone()
    {
        // A closed family reads best in one file, and so do a type and the enum or small record that only it uses. More is a second subject.
        var crowded = from path in Repository.Sources()
                      let family = Path.GetFileNameWithoutExtension(path)
                      let types = Regex.Matches(File.ReadAllText(path), @"^(?:public|internal) .*?\b(?:class|record|struct|interface|enum) .*", RegexOptions.Multiline)
                          .Count(m => !Regex.IsMatch(m.Value, $@": {family}\b"))
                      where types > 3
                      select $"{Repository.Shorten(path)} holds {types} types";

        Assert.Empty(crowded);
    }

    [Fact]
    public void The_root_holds_what_tools_demand_and_nothing_else()
    {
        string[] known =
        [
            ".ci", ".editorconfig", ".git", ".gitignore", "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "LICENSE", "Makefile", "README.md",
            "Reconciler.sln", "global.json", "policies-example", "schemas", "src", "tests",
        ];

        // What an editor or a run leaves is ignored by git, not by this test's list.
        string[] ignored = ["artifacts", ".vs", ".idea", ".vscode"];

        Assert.Empty(Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).Except(known).Except(ignored));
    }

    /// <summary>Members with a body at the indentation of a type's members, or a nested type's.</summary>
    private static IEnumerable<(int Line, int Length)> Methods(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            var opening = Regex.Match(lines[i], @"^(    |        )\{$");
            // A table is data: it is read a row at a time.
            if (!opening.Success || lines[i - 1].EndsWith("= new()", StringComparison.Ordinal) || Regex.IsMatch(lines[i - 1], @"\b(class|record|struct|interface|enum|switch|if|for|foreach|while|using|try|else|lock)\b"))
            {
                continue;
            }

            var end = Array.FindIndex(lines, i, line => line.StartsWith(opening.Groups[1].Value + "}", StringComparison.Ordinal));
            yield return (i, end - i);
        }
    }
}
