using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Declarations;

public sealed class OnlyTests
{
    private const string Package = "kind: AccessPackage\nname: P\ncatalog: C\n";

    [Fact]
    public void What_is_for_others_is_elsewhere_with_all_that_is_named_in_it()
    {
        const string Yaml = Package + "only: [ prod ]\nhidden: $(var.onlyProd)\npolicies:\n  - { name: Q, approval: $(var.no) }\n  - { name: $(var.onlyProd) }\n  - { approval: none }\n  - x\n";

        var result = Loading.Variables(Yaml);

        Assert.Empty(result.Told());
        Assert.Equal(["C / P", "C / P / Q"], result.Declared.Declarations.Select(d => $"{d.Key}"));
        Assert.All(result.Declared.Declarations, d => Assert.Equal(Ensure.Elsewhere, d.Ensure));
        Assert.Equal(new AccessPackage { Catalog = "C", Name = "P" }, result.Declared.Declarations[0].Entity);
        Assert.NotEmpty(Loading.Variables(Yaml, "prod").Told());
    }

    [Fact]
    public void An_item_of_a_list_can_be_for_others()
    {
        var result = Loading.Variables(Package + "policies:\n  - { name: Q, only: [ dev ], approval: none }\n  - { name: R, only: [ prod ], approval: $(var.no) }\n");

        Assert.Empty(result.Told());
        Assert.Equal([("C / P", Ensure.Present), ("C / P / Q", Ensure.Present), ("C / P / R", Ensure.Elsewhere)], result.Declared.Declarations.Select(d => ($"{d.Key}", d.Ensure)));
    }

    [Theory]
    [InlineData("dev", "for dev")]
    [InlineData("prod", "for prod")]
    public void One_that_applies_wins_over_one_that_does_not_in_either_order(string tenant, string expected)
    {
        var result = Loading.Variables("kind: Catalog\nname: A\nonly: [ prod ]\ndescription: for prod\n---\nkind: Catalog\nname: a\nonly: [ dev ]\ndescription: for dev\n", tenant);

        Assert.Empty(result.Told());
        Assert.Equal(expected, ((Catalog)Assert.Single(result.Declared.Declarations).Entity).Description.Value);
        Assert.Equal(tenant == "dev" ? "policies/a.yaml:9:14" : "policies/a.yaml:4:14", $"{result.Sources.Find(EntityKey.Catalog("A"), "description")}");
    }

    [Fact]
    public void Two_that_apply_are_a_duplicate() =>
        Assert.Equal(
            ["5:7 RCN074 The catalog `A` is declared a second time; the first is at policies/a.yaml:2:7."],
            Loading.Variables("kind: Catalog\nname: A\n---\nkind: Catalog\nname: A\nonly: [ dev, prod ]\n").Told());

    [Theory]
    [InlineData("only: [ prod, dve ]", "3:15 RCN093 Unknown tenant `dve`; did you mean `dev`?")]
    [InlineData("only: [ Dev ]", "3:9 RCN093 Unknown tenant `Dev`; did you mean `dev`?")]
    [InlineData("only: []", "3:7 RCN054 This list needs at least 1 tenant.")]
    [InlineData("only: dev", "3:7 RCN044 Here stands `dev`, where a list of tenants is expected.")]
    [InlineData("only:", "3:6 RCN042 There is no value for `only`.")]
    [InlineData("only: [ dev, dev ]", "3:14 RCN053 This tenant stands here a second time; the first is at policies/a.yaml:3:9.")]
    public void What_is_wrong_with_it(string only, string expected) => Assert.Equal([expected], Loading.Variables($"kind: Catalog\nname: A\n{only}\n").Told());

    [Fact]
    public void A_former_name_may_be_what_others_call_it() =>
        Assert.Empty(Loading.Variables("kind: Catalog\nname: A\npreviously: [ B ]\nonly: [ dev ]\n---\nkind: Catalog\nname: B\nonly: [ prod ]\n").Told());

    [Fact]
    public void Every_key_of_the_header_reaches_the_declaration()
    {
        var result = Loading.Text(
            "kind: Catalog\nname: A\nprune: true\nprotect: true\nlabels: [ x ]\n---\nkind: Catalog\nname: B\nprotect: false\n---\nkind: Catalog\nname: C\n---\nkind: AccessPackage\nname: P\ncatalog: C\nensure: absent\ndrain: true\n");

        Assert.Empty(result.Told());
        Assert.Equal(new Declaration { Entity = new Catalog { Name = "A" }, Prune = true, Protect = true, Labels = ["x"] }, result.Declared.Declarations[0]);
        Assert.Equal(false, result.Declared.Declarations[1].Protect);
        Assert.False(result.Declared.Find(EntityKey.Catalog("C"))?.Protect.IsWritten);
        Assert.True(result.Declared.Find(EntityKey.Package("C", "P"))?.Drain);
    }

    [Fact]
    public void Documents_that_declare_nothing_have_it_too()
    {
        var result = Loading.Variables(
            "kind: Catalog\nname: A\n---\nkind: Ignore\nonly: [ prod ]\ntarget: $(var.no)\nfields: x\n---\nkind: Waiver\nonly: [ prod ]\n---\nkind: AssignmentPolicyTemplate\nname: t\nonly: [ prod ]\n---\n"
            + Loading.PolicyYaml("template: t"));

        Assert.Equal(["21:15 RCN082 The template `t` is declared for other tenants only."], result.Told());
    }

    [Fact]
    public void For_every_tenant_a_finding_is_told_once_and_says_for_which_it_shows()
    {
        var results = Loading.Every("kind: Catalog\nname: A\nenabled: x\ndescription: $(var.onlyProd)\nlabels: $(var.both)\n---\nkind: Catalog\nname: B\nonly: [ prod ]\nprune: 1\n");

        Assert.Equal(["dev", "prod"], results.Select(result => result.Tenant));
        Assert.Equal(
            [
                "3:10 RCN046 `x` is neither `true` nor `false`.",
                "4:14 RCN031 The variable `onlyProd` is not defined for the tenant `dev`.",
                "5:9 RCN031 The variable `both` is not defined for the tenants `dev` and `prod`.",
                "10:8 RCN046 `1` is neither `true` nor `false`. (tenant prod)",
            ],
            new LoadResult { Diagnostics = EveryTenant.Findings(results) }.Told());
    }
}
