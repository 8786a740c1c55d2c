using System.Reflection;
using System.Text.RegularExpressions;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class DiagnosticCodesTests
{
    // The numbers that begin with 0 are used up.
    private static readonly string[] Beyond = ["RCN150", "RCN151"];

    [Fact]
    public void No_two_findings_share_a_code()
    {
        var codes = Sources("LoadDiagnostics").SelectMany(Codes).Concat(Sources("CheckDiagnostics").SelectMany(Codes)).ToArray();
        var methods = typeof(DeclarationLoader).Assembly.GetTypes()
            .Where(type => type.Name is "LoadDiagnostics" or "CheckDiagnostics")
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Count(method => method.ReturnType == typeof(Diagnostic));

        Assert.Equal(codes.Length, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(methods, codes.Length);
    }

    [Fact]
    public void Loading_speaks_of_RCN0_and_checking_of_RCN1()
    {
        Assert.All(Sources("LoadDiagnostics").SelectMany(Codes), code => Assert.StartsWith(Beyond.Contains(code) ? "RCN1" : "RCN0", code, StringComparison.Ordinal));
        Assert.All(Sources("CheckDiagnostics").SelectMany(Codes), code => Assert.StartsWith("RCN1", code, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_is_told_by_a_test()
    {
        var tests = string.Concat(Directory.GetFiles(Root("tests/Reconciler.UnitTests/Declarations"), "*.cs").Select(File.ReadAllText));
        var codes = Sources("LoadDiagnostics").Concat(Sources("CheckDiagnostics")).SelectMany(Codes);

        Assert.DoesNotContain(codes, code => !tests.Contains(code, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Codes(string source) => Regex.Matches(source, "\"(RCN[0-9]{3})\"").Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Sources(string catalogue) =>
        Directory.GetFiles(Root("src/Reconciler.Declarations/Messages"), $"{catalogue}*.cs").Select(File.ReadAllText);

    private static string Root(string path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Reconciler.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository."), path);
    }
}
