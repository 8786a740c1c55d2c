using Reconciler.Declarations;
using Reconciler.Declarations.Baselines;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class BaselineTests
{
    private const string Open = """
        kind: Catalog
        name: C
        enabledForExternalUsers: true
        ---
        kind: AccessPackage
        name: P
        catalog: C
        policies:
          - { name: A, requestors: { who: anyExternalUser }, approval: none }
          - { name: B, requestors: { who: anyExternalUser }, approval: none }
        """;

    private const string Known = "version: 1\nfindings:\n  - { code: RCN106, target: { catalog: C, package: P, policy: A } }\n";

    [Fact]
    public void What_is_known_is_counted_and_all_else_is_shown()
    {
        var result = Check(Open, Known);

        Assert.Equal("C / P / B", $"{Assert.Single(result.Diagnostics).About}");
        Assert.Equal("C / P / A", $"{Assert.Single(result.Known).About}");
    }

    [Fact]
    public void More_than_are_known_are_shown()
    {
        const string Questions = "kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - { name: A, questions: [ { text: x, pattern: '(' }, { text: y, pattern: '[' }, { text: z, pattern: '*' } ] }";
        const string Target = "{ catalog: C, package: P, policy: A }";

        Assert.Single(Check(Questions, $"version: 1\nfindings: [ {{ code: RCN149, target: {Target}, times: 2 }} ]").Diagnostics);
        Assert.Equal(
            ["3:5 RCN191 The finding RCN149 of `C / P / A` is there 3 times, and no longer 5."],
            Check(Questions, $"version: 1\nfindings:\n  - {{ code: RCN149, target: {Target}, times: 5 }}").Told());
    }

    [Fact]
    public void An_error_can_be_known_too()
    {
        const string Self = "kind: AccessPackage\nname: P\ncatalog: C\nincompatibleWith: [ { package: P, catalog: C } ]\n";

        Assert.True(Diagnostic.AnyErrors(Check(Self, "version: 1\nfindings: []").Diagnostics));
        Assert.Empty(Check(Self, "version: 1\nfindings: [ { code: RCN144, target: { catalog: C, package: P } } ]").Diagnostics);
    }

    [Fact]
    public void What_keeps_files_from_being_read_is_never_hidden()
    {
        var result = Check("kind: Catalog\nname: C\n---\nkind: Catalog\nname: C\n", "version: 1\nfindings: [ { code: RCN074, target: { catalog: C } } ]");

        Assert.Equal(["RCN074", "RCN192"], result.Diagnostics.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_finding_that_is_gone_is_a_warning_at_its_line() =>
        Assert.Equal(
            ["3:5 RCN191 The finding RCN106 of `C / P / A` is gone.\nTake the line out."],
            Check("kind: Catalog\nname: C\n", Known).Advised());

    [Fact]
    public void Where_not_all_could_be_read_nothing_is_called_gone() => Assert.DoesNotContain(Check("kind: Catalog\nname: C\nnmae: D\n", Known).Diagnostics, d => d.Code == "RCN191");

    [Fact]
    public void What_only_a_tenant_shows_is_not_called_gone_without_one()
    {
        var result = Check("kind: Catalog\nname: C\n", "version: 1\nfindings: [ { code: RCN423, target: { catalog: C } } ]");

        Assert.Empty(result.Diagnostics);
        Assert.Equal("RCN191", Assert.Single(result.Baseline.Gone(result.Declared, needTenant: true)).Code);
    }

    [Fact]
    public void Of_what_is_declared_for_another_tenant_nobody_can_tell()
    {
        var loaded = Loading.Variables("kind: Catalog\nname: C\nonly: [ prod ]\n---\nkind: Catalog\nname: D\n");

        Assert.Empty(Checker.Check(loaded, BaselineReader.Of("version: 1\nfindings: [ { code: RCN145, target: { catalog: C } } ]", loaded)).Diagnostics);
    }

    [Theory]
    [InlineData("dev", "")]
    [InlineData("prod", "RCN191")]
    public void A_line_can_be_for_some_tenants_alone(string tenant, string told)
    {
        var loaded = Loading.Variables("kind: Catalog\nname: C\n", tenant);

        var result = Checker.Check(loaded, BaselineReader.Of("version: 1\nfindings: [ { code: RCN145, target: { catalog: C }, only: [ prod ] } ]", loaded));

        Assert.Equal(told, string.Concat(result.Diagnostics.Select(d => d.Code)));
    }

    [Theory]
    [InlineData("", "1:1 RCN044 Here stands nothing, where one document, a mapping with `version` and `findings` is expected.")]
    [InlineData("version: 1", "1:1 RCN043 The key `findings` is missing in this baseline.")]
    [InlineData("findings: []", "1:1 RCN043 The key `version` is missing in this baseline.")]
    [InlineData("version: 2\nfindings: []", "1:10 RCN048 `2` is not 1.")]
    [InlineData("version: 1\nfindings: {}", "2:11 RCN044 Here stands an empty mapping, where a list of findings is expected.")]
    [InlineData("version: 1\nfindings:", "2:10 RCN042 There is no value for `findings`.")]
    [InlineData("version: 1\nfindings: [ x ]", "2:13 RCN044 Here stands `x`, where a mapping with `code` and `target` is expected.")]
    [InlineData("version: 1\nfindings: [ { code: RCN106 } ]", "2:13 RCN043 The key `target` is missing in this finding.")]
    [InlineData("version: 1\nfindings: [ { code: RCN205, target: { catalog: C } } ]", "2:21 RCN192 `RCN205` can't be known beforehand.")]
    [InlineData("version: 1\nfindings: [ { code: RCN106, target: { policy: Q } } ]", "2:37 RCN066 The key `policy` alone names no entity.")]
    [InlineData("version: 1\nfindings: [ { code: RCN423, target: { catalog: C }, times: 0 } ]", "2:60 RCN048 `0` is not between 1 and 1000000.")]
    [InlineData("version: 1\nfindings: [ { code: RCN423, target: { catalog: $(var.c) } } ]", "2:48 RCN080 A variable such as `$(var.name)` can't stand here.")]
    [InlineData("version: 1\nfindings:\n  - { code: RCN423, target: { catalog: C } }\n  - { code: RCN423, target: { catalog: c }, times: 2 }", "4:5 RCN053 This finding stands here a second time; the first is at baseline.yaml:3:5.")]
    [InlineData("version: 1\nfindings: [ { code: RCN423, target: { catalog: C }, only: [ x ] } ]", "2:61 RCN093 Unknown tenant `x`.")]
    [InlineData("version: [", "1:11 RCN020")]
    public void A_baseline_that_is_wrong_is_told_as_any_file(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Check("kind: Catalog\nname: C\n", yaml).Told()), StringComparison.Ordinal);

    [Fact]
    public void A_baseline_written_is_one_under_which_nothing_is_shown()
    {
        const string Hostile = """
            kind: Catalog
            name: "a: b, {c} # $$(var.x)"
            enabledForExternalUsers: true
            ---
            kind: AccessPackage
            name: "no"
            catalog: "a: b, {c} # $$(var.x)"
            policies:
              - { name: "1.5", requestors: { who: anyExternalUser }, approval: none }
            """;
        var loaded = Loading.Text(Hostile);

        var text = BaselineText.Of(Baseline.Of(Checker.All(loaded.Declared, loaded.Sources)), "when somebody looked");

        Assert.Equal(
            "# Findings that were there when somebody looked; they are counted, not shown.\n# A line whose finding is gone is reported: take it out.\nversion: 1\nfindings:\n"
            + "  - { code: RCN106, target: { catalog: 'a: b, {c} # $$(var.x)', package: 'no', policy: '1.5' } }\n",
            text);
        var result = Check(Hostile, text);
        Assert.Empty(result.Told());
        Assert.Single(result.Known);
    }

    [Fact]
    public void Every_kind_of_entity_is_written_and_read_again()
    {
        EntityKey[] targets =
        [
            EntityKey.Settings, EntityKey.TenantRoles, EntityKey.Organization("O"), EntityKey.Catalog("C"), EntityKey.Extension("C", "E"), EntityKey.Package("C", "P"),
            EntityKey.Policy("C", "P", "Q"), EntityKey.Assignment("C", "P", "a@b"),
        ];
        var baseline = Baseline.Of(targets.SelectMany(target => Enumerable.Repeat(new Diagnostic("RCN142", Severity.Error, null, "x", "") { About = target }, 2)));

        var read = BaselineReader.Of(BaselineText.Of(baseline, "once"), Loading.Text("kind: Catalog\nname: C\n"));

        Assert.Empty(read.Diagnostics);
        Assert.Equal(targets.Order().Select(target => ("RCN142", target, 2)), read.Baseline.Findings.Select(known => (known.Code, known.Target, known.Times)));
    }

    [Fact]
    public void More_findings_than_somebody_reads_can_all_be_known()
    {
        var many = $"kind: Catalog\nname: C\nenabledForExternalUsers: true\n---\nkind: AccessPackage\nname: P\ncatalog: C\npolicies:\n{string.Concat(Enumerable.Range(0, 250).Select(i => $"  - {{ name: A{i}, requestors: {{ who: anyExternalUser }}, approval: none }}\n"))}";
        var loaded = Loading.Text(many);

        var result = Check(many, BaselineText.Of(Baseline.Of(Checker.All(loaded.Declared, loaded.Sources)), "once"));

        Assert.Equal((0, 250), (result.Diagnostics.Count, result.Known.Count));
    }

    [Fact]
    public void What_a_template_makes_wrong_in_many_policies_is_shown_once()
    {
        var result = Loading.Text("kind: AssignmentPolicyTemplate\nname: t\npolicy: { requestors: { who: nobody, mayRequest: true } }\n---\nkind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - { name: A, template: t }\n  - { name: B, template: t }\n");

        Assert.Equal(2, Checker.All(result.Declared, result.Sources).Count);
        Assert.Single(Checker.Check(result.Declared, result.Sources));
    }

    private static LoadResult Check(string policies, string baseline)
    {
        var loaded = Loading.Text(policies);
        return Checker.Check(loaded, BaselineReader.Of(baseline, loaded));
    }
}
