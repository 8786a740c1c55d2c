using System.Text;
using Reconciler.Declarations;

namespace Reconciler.UnitTests.Declarations;

/// <summary>Variables, parameters and templates in hands that mean harm.</summary>
public sealed class HostileExpansionTests
{
    private const string Catalog = "kind: Catalog\nname: A\n";

    [Fact]
    public void A_variable_of_many_values_can_not_be_used_many_times()
    {
        var bomb = $"a0: &a [ {string.Join(", ", Enumerable.Repeat("x", 100))} ], big: [ {string.Join(", ", Enumerable.Repeat("*a", 500))} ]";

        var told = Load(bomb, $"{Catalog}resources: [ {string.Join(", ", Enumerable.Repeat("$(var.big)", 1000))} ]\nlabels: $(var.a0)").Told();

        Assert.Contains("3:50 RCN035 Variables, parameters and templates bring more than 200,000 values or 4,194,304 characters into this file.", told);
        Assert.Single(told, one => one.Contains("RCN035", StringComparison.Ordinal));
        Assert.DoesNotContain(told, one => one.StartsWith("3:62 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_text_can_not_be_used_many_times_within_another()
    {
        var told = Load($"big: {new string('x', 1_000_000)}", $"{Catalog}description: \"{string.Concat(Enumerable.Repeat("$(var.big)", 100_000))}\"").Told();

        Assert.StartsWith("3:14 RCN035 ", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_can_not_be_used_without_end()
    {
        var stages = string.Join(", ", Enumerable.Repeat("{ approvers: [ { user: a }, { user: b }, { user: c }, { user: d } ] }", 3));
        var yaml = $"kind: AssignmentPolicyTemplate\nname: t\nparameters: [ p ]\npolicy: {{ approval: {{ stages: [ {stages} ] }}, description: $(param.p) }}\n---\nkind: AccessPackage\nname: P\ncatalog: C\npolicies:\n"
            + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  - {{ name: Q{i}, template: t, with: {{ p: {i} }} }}\n"));

        Assert.Equal(["RCN035"], Load("a: b", yaml).Diagnostics.Select(d => d.Code));
    }

    [Theory]
    [InlineData("$(")]
    [InlineData("$$(")]
    [InlineData("$(var.u)")]
    [InlineData("$(var.name)")]
    [InlineData("$(param.x)")]
    [InlineData("$(var.")]
    [InlineData("$($($(")]
    public void A_megabyte_of_references_is_read_in_no_time(string piece)
    {
        var variables = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"name{i}: x"));

        var result = Load($"name: x, {variables}", $"{Catalog}description: \"{string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))}\"");

        Assert.NotEmpty(result.Diagnostics);
    }

    [Fact]
    public void Thousands_of_wrong_names_do_not_each_look_for_the_nearest()
    {
        var variables = string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"a_rather_long_name_of_a_variable_{i}: x"));

        var told = Load(variables, string.Concat(Enumerable.Range(0, 10_000).Select(i => $"kind: Catalog\nname: $(var.a_rather_long_name_of_a_variabl_{i})\n---\n"))).Told();

        Assert.Equal(101, told.Length);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\\"b'c")]
    [InlineData("\\u202Eevil")]
    [InlineData("")]
    public void Names_of_every_sort_are_quoted(string name)
    {
        var result = Load("a: b", $"kind: AssignmentPolicyTemplate\nname: \"{name}\"\nparameters: [ \"{name}\" ]\npolicy: {{ \"{name}\": x }}\n---\n" + Loading.PolicyYaml($"template: \"{name}\"\nwith: {{ \"{name}\": x }}"));

        Assert.All(result.Diagnostics, d => Assert.DoesNotContain('\u202E', d.Message));
        Assert.NotEmpty(result.Diagnostics);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Random_declarations_give_findings_and_nothing_else(int seed)
    {
        string[] values =
        [
            "x", "none", "unmanaged", "$(var.a)", "$(var.m)", "$(var.l)", "$(param.p)", "a $(var.a)", "$(", "[ $(var.l) ]", "{ who: $(param.p) }", "{ p: $(var.m) }", "~", "[]", "{}", "true", "t",
            "[ dev ]", "[ $(var.a) ]", "{ catalog: $(var.a) }", "{ settings: true }", "2027-01-01", "*x", "&x [ *x ]",
        ];
        string[] keys =
        [
            "name", "catalog", "only", "template", "with", "policy", "policies", "parameters", "approval", "requestors", "expiration", "ensure", "target", "fields", "reason", "until", "rule", "granted",
            "expires", "approvedBy", "description", "protect", "labels", "previously", "<<",
        ];
        string[] kinds = ["Catalog", "AccessPackage", "AssignmentPolicyTemplate", "Ignore", "Waiver", "Settings", "$(var.a)"];
        var random = new Random(seed);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 3).Select(_ => $"kind: {Any(kinds)}\nname: {Any(values)}\n{Keys("")}policies:\n  - name: {Any(values)}\n{Keys("    ")}---\n"));
            foreach (var result in DeclarationLoader.LoadEvery(Workspace("a: b, m: { p: q, approval: none }, l: [ a, { name: n } ]"), [("a.yaml", Encoding.UTF8.GetBytes(text))]))
            {
                Assert.All(result.Diagnostics, d => Assert.StartsWith("RCN0", d.Code, StringComparison.Ordinal));
                Assert.All(Checker.Check(result.Declared, result.Sources), d => Assert.StartsWith("RCN1", d.Code, StringComparison.Ordinal));
            }
        }

        string Any(string[] from) => from[random.Next(from.Length)];

        string Keys(string indent) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => $"{indent}{Any(keys)}: {Any(values)}\n"));
    }

    private static LoadResult Load(string variables, string yaml) => DeclarationLoader.Load(Workspace(variables), [(Loading.File, Encoding.UTF8.GetBytes(yaml))], "dev");

    private static string Workspace(string variables) => $"version: 1\ntenants: {{ dev: {{ adapter: embedded, variables: {{ {variables} }} }}, prod: {{ adapter: embedded }} }}\n";
}
