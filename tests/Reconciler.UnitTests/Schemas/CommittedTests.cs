using Reconciler.Declarations;
using Reconciler.UnitTests.Conventions;

namespace Reconciler.UnitTests.Schemas;

public sealed class CommittedTests
{
    public static TheoryData<string, Func<string>> Files => new()
    {
        { LanguageSchemas.PolicyFileName, LanguageSchemas.PolicyFile },
        { LanguageSchemas.WorkspaceFileName, LanguageSchemas.Workspace },
        { "README.md", LanguageSchemas.Reference },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_committed_is_what_the_tables_give(string file, Func<string> write)
    {
        var path = Path.Combine(Repository.Root, "schemas", file);

        Assert.True(File.Exists(path) && File.ReadAllText(path) == write(), $"schemas/{file} is stale: run make schemas, and read the difference.");
    }

    [Fact]
    public void Every_link_within_the_reference_leads_to_a_heading()
    {
        var reference = LanguageSchemas.Reference();
        var anchors = reference.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant()).ToHashSet();
        var links = System.Text.RegularExpressions.Regex.Matches(reference, @"\]\(#([^)]+)\)").Select(match => match.Groups[1].Value).ToHashSet();

        Assert.InRange(links.Count, 12, 100);
        Assert.Empty(links.Except(anchors));
    }
}
