using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class VariableTests
{
    private const string Catalog = "kind: Catalog\nname: A\n";

    [Fact]
    public void A_variable_stands_for_its_value_whatever_its_kind()
    {
        var result = Loading.Variables("kind: Catalog\nname: $(var.name)\nenabled: $(var.yes)\ndescription: \"a $(var.name), b $$(var.name)\"\nresources: $(var.groups)\n");

        Assert.Empty(result.Told());
        Assert.Equal(
            new Catalog
            {
                Name = "Finance",
                Enabled = true,
                Description = "a Finance, b $(var.name)",
                Resources = EquatableArray.Create<CatalogResource>([new() { Resource = new(ReferenceKind.Group, "A") }, new() { Resource = new(ReferenceKind.Group, "B") }]),
            },
            Assert.Single(result.Declared.Declarations).Entity);
    }

    [Fact]
    public void Each_tenant_has_its_own()
    {
        const string Yaml = "kind: Catalog\nname: $(var.name)\n";

        Assert.Equal(("Finance", "dev"), NameFor(null));
        Assert.Equal(("Finance", "dev"), NameFor("dev"));
        Assert.Equal(("Accounting", "prod"), NameFor("prod"));

        static (string?, string?) NameFor(string? tenant)
        {
            var result = DeclarationLoader.Load(Loading.TwoTenants, [("a.yaml", System.Text.Encoding.UTF8.GetBytes(Yaml))], tenant);
            return (Assert.Single(result.Declared.Declarations).Key.Name, result.Tenant);
        }
    }

    [Theory]
    [InlineData("$(var.nam)", "3:14 RCN031 The variable `nam` is not defined for the tenant `dev`; did you mean `name`?")]
    [InlineData("Cost of $(var.nam)", "3:22 RCN031 The variable `nam` is not defined for the tenant `dev`; did you mean `name`?")]
    [InlineData("'It: $(var.nam)'", "3:19 RCN031 The variable `nam` is not defined for the tenant `dev`; did you mean `name`?")]
    [InlineData("|\n  It $(var.nam)", "3:14 RCN031 The variable `nam` is not defined for the tenant `dev`; did you mean `name`?")]
    [InlineData("$(param.x)", "3:14 RCN036 `$(param.x)` stands outside of a template.")]
    [InlineData("a $(USD) b", "3:16 RCN032 `$(USD)` stands for nothing.")]
    [InlineData("a $(var.a b", "3:16 RCN032 `$(var.a b` stands for nothing.")]
    [InlineData("a $(var.)", "3:16 RCN032 `$(var.)` stands for nothing.")]
    [InlineData("of $(var.groups)", "3:17 RCN033 `$(var.groups)` stands for a list (at reconciler.yaml:13:15), which can't be part of a text.")]
    [InlineData("of $(var.group)", "3:17 RCN033 `$(var.group)` stands for a mapping (at reconciler.yaml:12:14), which can't be part of a text.")]
    public void What_is_wrong_with_a_use_is_told_at_the_use(string value, string expected) =>
        Assert.Equal([expected], Loading.Variables(Catalog + $"description: {value}\n").Told());

    [Theory]
    [InlineData("${x}", "${x}")]
    [InlineData("costs $5 (net)", "costs $5 (net)")]
    [InlineData("$$(x)", "$(x)")]
    [InlineData("$$$(var.name)", "$$(var.name)")]
    [InlineData("'$(var.name)$(var.name)'", "FinanceFinance")]
    [InlineData("$(var.yes)", "true")]
    [InlineData("$(var.days) days", "14 days")]
    public void Text_is_left_alone_but_for_references(string written, string meant) =>
        Assert.Equal(meant, ((Catalog)Assert.Single(Loading.Variables(Catalog + $"description: {written}\n").Declared.Declarations).Entity).Description.Value);

    [Theory]
    [InlineData("enabled: $(var.text)", "3:10 RCN046 The text `true` is neither `true` nor `false`. (`$(var.text)` is written at reconciler.yaml:10:13)")]
    [InlineData("resources: [ { group: $(var.spacy) } ]", "3:23 RCN058 The name ` A` begins or ends with a space. (`$(var.spacy)` is written at reconciler.yaml:11:14)")]
    [InlineData("resources: $(var.wrong)", "14:32 RCN040 Unknown key `gruop`; did you mean `group`? (in `$(var.wrong)`, used at policies/a.yaml:3:12)")]
    [InlineData("enabled: $(var.groups)", "3:10 RCN044 Here stands a list, where `true` or `false` is expected. (`$(var.groups)` is written at reconciler.yaml:13:15)")]
    public void What_is_wrong_with_a_value_says_by_which_way_it_came(string key, string expected) =>
        Assert.Equal([expected], Loading.Variables(Catalog + key).Told());

    [Fact]
    public void An_unknown_value_is_told_once_and_hides_nothing_else()
    {
        var result = Loading.Variables(
            "kind: Catalog\nname: B\nenabled: $(var.u)\nresources: [ { group: $(var.u) }, { group: $(var.u) } ]\nprune: x\n---\nkind: Catalog\nname: $(var.u)\n---\nkind: Catalog\nname: $(var.u)\n");

        Assert.Equal(["3:10 RCN031", "4:23 RCN031", "4:44 RCN031", "5:8 RCN046", "8:7 RCN031", "11:7 RCN031"], result.Told().Select(told => told[..told.IndexOf(' ', 6)]));
    }

    [Fact]
    public void Items_of_a_list_and_lists_of_entities_can_be_variables()
    {
        var result = DeclarationLoader.Load(
            "version: 1\ntenants: { dev: { adapter: embedded, variables: { all: [ { name: Q }, { name: R, approvl: none } ] } } }",
            [("a.yaml", "kind: AccessPackage\nname: P\ncatalog: C\npolicies: $(var.all)\n"u8.ToArray())]);

        Assert.Equal(["2:82 RCN040 Unknown key `approvl`; did you mean `approval`? (in `$(var.all)`, used at a.yaml:4:11)"], result.Told());
        Assert.Equal(["C / P", "C / P / Q", "C / P / R"], result.Declared.Declarations.Select(d => $"{d.Key}"));
    }

    [Fact]
    public void Every_value_is_where_it_is_used_and_what_is_in_it_where_it_is_written()
    {
        var sources = Loading.Variables(Catalog + "resources: $(var.groups)\ndescription: $(var.name)").Sources;

        Assert.Equal("policies/a.yaml:3:12", $"{sources.Find(EntityKey.Catalog("A"), "resources")}");
        Assert.Equal("reconciler.yaml:13:26", $"{sources.Find(EntityKey.Catalog("A"), "resources[0]")}");
        Assert.Equal("policies/a.yaml:4:14", $"{sources.Find(EntityKey.Catalog("A"), "description")}");
    }

    [Theory]
    [InlineData("variables: [ x ]", "2:48 RCN044 Here stands a list, where a mapping of names to values is expected.")]
    [InlineData("variables: ", "2:49 RCN042 There is no value for `variables`.")]
    [InlineData("variables: { a: }", "2:53 RCN042 There is no value for the variable `a`.")]
    [InlineData("variables: { a.b: c }", "2:50 RCN038 `a.b` can't be the name of a variable.")]
    [InlineData("variables: { \"a/\\u202Eb\": c }", "2:50 RCN038 `a/\\u202Eb` can't be the name of a variable.")]
    [InlineData("variables: { a: x, a: y }", "2:56 RCN025 The key `a` stands here a second time; the first is at reconciler.yaml:2:50.")]
    [InlineData("variables: { a: b$(var.a) }", "2:53 RCN034 `$(var.a)` stands in a variable's value, where nothing is replaced.")]
    [InlineData("variables: { a: [ { b: $(x) } ] }", "2:60 RCN034 `$(x)` stands in a variable's value, where nothing is replaced.")]
    [InlineData("seed: $(var.x)", "2:43 RCN080 A variable such as `$(var.name)` can't stand here.")]
    public void What_is_wrong_in_the_workspaces_file(string key, string expected) =>
        Assert.Equal([expected], Loading.Workspace($"version: 1\ntenants: {{ dd: {{ adapter: embedded, {key} }} }}").Told());

    [Fact]
    public void Without_tenants_there_are_no_variables() =>
        Assert.Equal(["2:7 RCN031 The variable `x` is not defined."], Loading.Text("kind: Catalog\nname: $(var.x)").Told());

    [Fact]
    public void Where_no_tenant_is_chosen_nothing_is_declared()
    {
        var workspace = Loading.TwoTenants.Replace("defaultTenant: dev\n", "", StringComparison.Ordinal);
        var result = DeclarationLoader.Load(workspace, [("a.yaml", "kind: Catalog\nname: $(var.name)"u8.ToArray()), ("b.yaml", "["u8.ToArray())]);

        Assert.Null(result.Tenant);
        Assert.Empty(result.Declared.Declarations);
        Assert.Equal(["RCN020"], result.Diagnostics.Select(d => d.Code));
        Assert.Null(result.Workspace?.Choose(null));
        Assert.Equal("prod", result.Workspace?.Choose("prod")?.Name);
        Assert.Null(result.Workspace?.Choose("Prod"));
    }
}
