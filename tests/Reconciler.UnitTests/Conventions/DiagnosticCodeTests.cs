using System.Text.RegularExpressions;

namespace Reconciler.UnitTests.Conventions;

public sealed class DiagnosticCodeTests
{
    [Fact]
    public void A_code_means_one_thing()
    {
        var uses = from path in Repository.Sources()
                   let lines = File.ReadAllLines(path)
                   from i in Enumerable.Range(0, lines.Length)
                   from Match match in Regex.Matches(lines[i], "\"(RCN[0-9]{3})\"")
                   select (Code: match.Groups[1].Value, Method: Method(lines, i), File: Path.GetFileName(path));
        var twice = uses.GroupBy(u => u.Code).Where(g => g.Select(u => (u.Method, u.File)).Distinct().Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(u => $"{u.File} {u.Method}").Distinct())}");

        Assert.Empty(twice);
    }

    [Theory]
    [InlineData("Reconciler.Declarations", "017")]
    [InlineData("Reconciler.Planning", "24")]
    [InlineData("Reconciler.Cli", "6")]
    public void A_code_tells_its_stage(string project, string digits) =>
        Assert.All(
            Repository.Sources().Where(path => path.Contains($"/{project}/", StringComparison.Ordinal)).SelectMany(path => Regex.Matches(File.ReadAllText(path), "RCN([0-9])[0-9]{2}")),
            match => Assert.Contains(match.Groups[1].Value, digits, StringComparison.Ordinal));

    [Fact]
    public void Every_code_of_planning_is_told_by_a_test()
    {
        var tests = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Reconciler.UnitTests", "Planning"), "*.cs").Select(File.ReadAllText));
        var codes = Repository.Sources().Where(path => path.Contains("/Reconciler.Planning/", StringComparison.Ordinal))
            .SelectMany(path => Regex.Matches(File.ReadAllText(path), "\"(RCN[0-9]{3})\"")).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.InRange(codes.Count, 30, 200);
        Assert.DoesNotContain(codes, code => !tests.Contains(code, StringComparison.Ordinal));
    }

    private static string Method(string[] lines, int at) =>
        lines.Take(at + 1).Reverse().Select(line => Regex.Match(line, @"^    (?:public|internal|private) static .*?(\w+)\(")).FirstOrDefault(m => m.Success)?.Groups[1].Value ?? "?";
}
