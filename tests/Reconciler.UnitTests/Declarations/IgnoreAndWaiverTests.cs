using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class IgnoreAndWaiverTests
{
    private const string Policy = "{ catalog: C, package: P, policy: Q }";

    private const string Waiver = "kind: Waiver\nrule: a-rule\ntarget: { settings: true }\nreason: x\napprovedBy: k.park@contoso.com\n";

    public static TheoryData<string, EntityKey> Targets => new()
    {
        { "{ settings: true }", EntityKey.Settings },
        { "{ tenantRoles: true }", EntityKey.TenantRoles },
        { "{ organization: Fabrikam }", EntityKey.Organization("Fabrikam") },
        { "{ catalog: C }", EntityKey.Catalog("C") },
        { "{ catalog: C, extension: E }", EntityKey.Extension("C", "E") },
        { "{ package: P, catalog: C }", EntityKey.Package("C", "P") },
        { Policy, EntityKey.Policy("C", "P", "Q") },
        { "{ catalog: C, package: P, assignment: a@b }", EntityKey.Assignment("C", "P", "a@b") },
    };

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_target_names_any_entity(string target, EntityKey key)
    {
        var result = Loading.Text($"kind: Catalog\nname: X\n---\n{Waiver.Replace("{ settings: true }", target, StringComparison.Ordinal)}granted: 2027-01-04\nexpires: 2027-07-03\n");

        Assert.Empty(result.Told());
        Assert.Equal(
            new Waiver
            {
                Rule = "a-rule",
                Target = key,
                Reason = "x",
                ApprovedBy = "k.park@contoso.com",
                Granted = new DateOnly(2027, 1, 4),
                Expires = new DateOnly(2027, 7, 3),
                Where = new SourceSpan(Loading.File, 6, 9, target.Length),
            },
            Assert.Single(result.Declared.Waivers));
    }

    [Theory]
    [InlineData("{}", "3:9 RCN066 This target names no entity.")]
    [InlineData("{ policy: Q }", "3:9 RCN066 The key `policy` alone names no entity.")]
    [InlineData("{ settings: false }", "3:9 RCN066 The key `settings` alone names no entity.")]
    [InlineData("{ catalog: C, policy: Q }", "3:9 RCN066 The keys `catalog` and `policy` together name no entity.")]
    [InlineData("{ catalog: C, settings: true }", "3:9 RCN066 The keys `catalog` and `settings` together name no entity.")]
    [InlineData("{ catalogue: C }", "3:11 RCN040 Unknown key `catalogue`; did you mean `catalog`?")]
    [InlineData("{ catalog: \"a\\u202Eb\" }", "3:20 RCN052 The text holds the character U+202E, which nobody can see, behind `a`.")]
    [InlineData("C", "3:9 RCN044 Here stands `C`, where a mapping with `catalog`, `package`, `policy`, `assignment`, `extension`, `organization`, `settings` and `tenantRoles` is expected.")]
    public void A_target_that_is_none(string target, string expected) =>
        Assert.Equal([expected], Loading.Text($"{Waiver.Replace("{ settings: true }", target, StringComparison.Ordinal)}granted: 2027-01-04\nexpires: 2027-07-03\n").Told());

    [Fact]
    public void An_ignore_has_all_its_keys()
    {
        var result = Loading.Text($"kind: Ignore\ntarget: {Policy}\nfields: [ description, approval ]\nreason: |\n  The help desk\n  edits it.\nuntil: 2027-06-30\n---\nkind: Catalog\nname: C");

        Assert.Empty(result.Told());
        Assert.Equal(
            new Ignore
            {
                Target = EntityKey.Policy("C", "P", "Q"),
                Fields = ["description", "approval"],
                Reason = "The help desk\nedits it.\n",
                Until = new DateTimeOffset(2027, 6, 30, 23, 59, 59, TimeSpan.FromHours(2)),
                Where = new SourceSpan(Loading.File, 2, 9, Policy.Length),
            },
            Assert.Single(result.Declared.Ignores));
    }

    [Theory]
    [InlineData("fields: [ description, aproval ]\nreason: x", "3:24 RCN068 `AssignmentPolicy` has no field `aproval`; did you mean `approval`?")]
    [InlineData("fields: [ expiration.after ]\nreason: x", "3:11 RCN068 `AssignmentPolicy` has no field `expiration.after`.")]
    [InlineData("fields: []\nreason: x", "3:9 RCN054 This list needs at least 1 field.")]
    [InlineData("fields: [ approval, approval ]\nreason: x", "3:21 RCN053 This field stands here a second time; the first is at policies/a.yaml:3:11.")]
    [InlineData("fields: [ approval ]\nreason: ''", "4:9 RCN057 The text is empty, which it can't be here.")]
    [InlineData("fields: [ approval ]", "1:1 RCN043 The key `reason` is missing in this ignore.")]
    [InlineData("fields: [ approval ]\nreason: x\nuntil: soon", "5:8 RCN050 `soon` is not a date.")]
    [InlineData("fields: [ $(var.x) ]\nreason: x", "3:11 RCN031 The variable `x` is not defined.")]
    public void What_is_wrong_in_an_ignore(string keys, string expected) => Assert.Equal([expected], Loading.Text($"kind: Ignore\ntarget: {Policy}\n{keys}\n").Told());

    [Fact]
    public void One_field_is_ignored_once() =>
        Assert.Equal(
            ["8:11 RCN067 The field `description` of `c` is ignored a second time; the first is at policies/a.yaml:3:11."],
            Loading.Text("kind: Ignore\ntarget: { catalog: C }\nfields: [ description ]\nreason: x\n---\nkind: Ignore\ntarget: { catalog: c }\nfields: [ description ]\nreason: x\n").Told());

    [Theory]
    [InlineData("granted: 2027-01-04\nexpires: 2027-07-04", "7:10 RCN062 This waiver lasts 181 days; at most 180 can be granted.")]
    [InlineData("granted: 2027-01-04\nexpires: 2027-01-03", "7:10 RCN069 This waiver expires on 2027-01-03, before it was granted on 2027-01-04.")]
    [InlineData("granted: 2027-01-04T00:00:00Z\nexpires: 2027-01-05", "6:10 RCN065 `2027-01-04T00:00:00Z` is a time of day, where a date is expected.")]
    [InlineData("granted: 2027-13-04\nexpires: 2027-01-05", "6:10 RCN050 `2027-13-04` is not a date.")]
    [InlineData("granted: 2027-01-04", "1:1 RCN043 The key `expires` is missing in this waiver.")]
    public void What_is_wrong_with_its_days(string keys, string expected) => Assert.Equal([expected], Loading.Text($"{Waiver}{keys}\n").Told());

    [Theory]
    [InlineData("rule: a-rule", "rule: A rule", "2:7 RCN063 `A rule` can't be the name of a rule.")]
    [InlineData("k.park@contoso.com", "K. Park", "5:13 RCN064 `K. Park` is not a user principal name.")]
    [InlineData("reason: x", "reason: ' '", "4:9 RCN057 The text is empty, which it can't be here.")]
    public void What_is_wrong_in_a_waiver(string right, string wrong, string expected) =>
        Assert.Equal([expected], Loading.Text($"{Waiver.Replace(right, wrong, StringComparison.Ordinal)}granted: 2027-01-04\nexpires: 2027-01-04\n").Told());

    [Fact]
    public void What_it_is_about_is_declared()
    {
        var result = Loading.Variables(
            "kind: Ignore\ntarget: { catalog: Financ }\nfields: [ description ]\nreason: x\n---\nkind: Ignore\ntarget: { catalog: HR }\nfields: [ description ]\nreason: x\n---\n"
            + "kind: Catalog\nname: Finance\n---\nkind: Catalog\nname: HR\nonly: [ prod ]\n");

        Assert.Empty(result.Told());
        Assert.Equal(
            ["2:9 RCN190 The catalog `Financ` is not declared; did you mean `Finance`?"],
            new LoadResult { Diagnostics = Checker.Check(result.Declared, result.Sources) }.Told());
    }
}
