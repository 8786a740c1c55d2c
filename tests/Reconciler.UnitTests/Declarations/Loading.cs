using System.Text;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>Loads workspaces that are on no disk.</summary>
internal static class Loading
{
    public const string File = "policies/a.yaml";

    public const string PlainWorkspace = "version: 1\ntimeZone: Europe/Oslo\n";

    public const string TwoTenants = """
        version: 1
        timeZone: Europe/Oslo
        defaultTenant: dev
        tenants:
          dev:
            adapter: embedded
            variables:
              name: Finance
              yes: true
              text: "true"
              spacy: " A"
              group: { group: G }
              groups: [ { group: A }, { group: B } ]
              wrong: [ { group: A }, { gruop: B } ]
              days: 14
          prod:
            adapter: embedded
            variables:
              name: Accounting
              onlyProd: x
        """;

    public static LoadResult Files(params (string Path, string Text)[] files) =>
        DeclarationLoader.Load(PlainWorkspace, files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text))));

    public static LoadResult Text(string yaml) => Files((File, yaml));

    public static LoadResult Bytes(byte[] content) => DeclarationLoader.Load(PlainWorkspace, [(File, content)]);

    public static LoadResult Workspace(string yaml) =>
        DeclarationLoader.Load(yaml, [(File, Encoding.UTF8.GetBytes("kind: Catalog\nname: Finance\n"))]);

    /// <summary>A policy file of the tenant dev, whose variables are of every sort; those of prod are others.</summary>
    public static LoadResult Variables(string yaml, string tenant = "dev") =>
        DeclarationLoader.Load(TwoTenants, [(File, Encoding.UTF8.GetBytes(yaml))], tenant);

    /// <summary>The same for every tenant.</summary>
    public static EquatableArray<LoadResult> Every(string yaml) => DeclarationLoader.LoadEvery(TwoTenants, [(File, Encoding.UTF8.GetBytes(yaml))]);

    /// <summary>The one declaration of a file in which nothing is wrong.</summary>
    public static T Only<T>(string yaml)
        where T : Entity
    {
        var result = Text(yaml);
        Assert.Empty(result.Diagnostics);
        return Assert.IsType<T>(Assert.Single(result.Declared.Declarations).Entity);
    }

    /// <summary>A policy of the keys, whose lines stand at the outermost column.</summary>
    public static AssignmentPolicy Policy(string keys)
    {
        var result = Text(PolicyYaml(keys));
        Assert.Empty(result.Diagnostics);
        return Assert.Single(result.Declared.Declarations.Select(d => d.Entity).OfType<AssignmentPolicy>());
    }

    public static string PolicyYaml(string keys) =>
        "kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - name: Q\n" + string.Concat(keys.Split('\n').Select(line => $"    {line}\n"));

    /// <summary>The findings as people read them: <c>1:7 RCN045 message</c>.</summary>
    public static string[] Told(this LoadResult result) =>
        [.. result.Diagnostics.Select(d => $"{d.Where?.Line}:{d.Where?.Column} {d.Code} {d.Message}")];

    /// <summary>The same with the advice on a line below: <c>1:7 RCN045 message</c>, <c>advice</c>.</summary>
    public static string[] Advised(this LoadResult result) =>
        [.. result.Diagnostics.Select(d => $"{d.Where?.Line}:{d.Where?.Column} {d.Code} {d.Message}\n{d.Advice}")];
}
