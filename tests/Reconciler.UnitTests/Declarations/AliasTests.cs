using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Declarations;

public sealed class AliasTests
{
    [Fact]
    public void An_alias_is_what_everything_here_calls_it()
    {
        var result = Loading.Text("""
            kind: Catalog
            name: Finance
            ---
            kind: Catalog
            name: Finance
            alias: Finance (2)
            id: c2
            ---
            kind: AccessPackage
            name: Ledger
            alias: Books
            id: p1
            catalog: Finance (2)
            policies:
              - { name: Staff, alias: Staff / 2, id: q1 }
            """);

        Assert.Empty(result.Told());
        Assert.Equal(
            [("Finance", null, null), ("Finance (2)", "Finance", "c2"), ("Finance (2) / Books", "Ledger", "p1"), ("Finance (2) / Books / Staff \\/ 2", "Staff", "q1")],
            result.Declared.Declarations.Select(d => ($"{d.Key}", d.DisplayName, d.Id)));
        Assert.Equal(["Finance", "Finance", "Ledger", "Staff"], result.Declared.Declarations.Select(d => d.TenantName));
    }

    [Theory]
    [InlineData("alias: B", "3:1 RCN017 Nothing tells what `B` stands for: an alias is this workspace's, and the tenant does not know it.")]
    [InlineData("alias: a\nid: x", "3:8 RCN018 The alias `a` is the name itself.")]
    [InlineData("alias: general\nid: x", "3:8 RCN018 `General` always stands for the built-in catalog, and can be no other's alias.")]
    [InlineData("alias: \" B\"\nid: x", "3:8 RCN058 The name ` B` begins or ends with a space.")]
    public void An_alias_that_tells_nothing_apart(string keys, string expected) => Assert.Equal([expected], Loading.Text($"kind: Catalog\nname: A\n{keys}").Told());

    [Fact]
    public void Two_of_one_name_are_told_of_the_alias() =>
        Assert.Equal(
            ["5:7 RCN074 The catalog `A` is declared a second time; the first is at policies/a.yaml:2:7.\nKeep one of them; where the tenant has both, give one of them its `id` and an `alias`, by which everything here calls it."],
            Loading.Text("kind: Catalog\nname: A\n---\nkind: Catalog\nname: A\nid: x\n").Advised());

    [Fact]
    public void Two_of_one_alias_are_one_too_many() =>
        Assert.Equal(
            ["6:7 RCN074 The catalog `B` is declared a second time; the first is at policies/a.yaml:2:7."],
            Loading.Text("kind: Catalog\nname: B\n---\nkind: Catalog\nalias: B\nname: A\nid: x\n").Told());

    [Fact]
    public void What_somebody_called_General_can_be_deleted_and_the_built_in_one_can_not()
    {
        var result = Loading.Text("kind: Catalog\nname: General\nalias: Ours\nid: c1\nensure: absent\n");

        Assert.Empty(result.Told());
        Assert.Equal(Ensure.Absent, Assert.Single(result.Declared.Declarations).Ensure);
    }

    [Fact]
    public void What_is_for_another_tenant_has_its_alias_here_too()
    {
        var result = Loading.Variables("kind: Catalog\nname: A\n---\nkind: Catalog\nname: A\nalias: B\nid: x\nonly: [ prod ]\n");

        Assert.Empty(result.Told());
        Assert.Equal([("A", Ensure.Present), ("B", Ensure.Elsewhere)], result.Declared.Declarations.Select(d => ($"{d.Key}", d.Ensure)));
    }

    [Fact]
    public void What_there_is_one_of_has_no_alias() =>
        Assert.Equal(["2:1 RCN081 `Settings` takes no `alias`: there is one, and it always exists."], Loading.Text("kind: Settings\nalias: B\n").Told());

    [Fact]
    public void A_target_is_named_by_its_alias() =>
        Assert.Equal(
            EntityKey.Catalog("B"),
            Assert.Single(Loading.Text("kind: Ignore\ntarget: { catalog: B }\nfields: [ description ]\nreason: x\n---\nkind: Catalog\nname: A\nalias: B\nid: x\n").Declared.Ignores).Target);
}
