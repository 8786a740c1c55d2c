using System.Text;
using Reconciler.Declarations;

namespace Reconciler.UnitTests.Declarations;

/// <summary>Enough files to be read several at a time.</summary>
public sealed class ManyFilesTests
{
    private const int Files = 300;

    [Fact]
    public void Findings_of_many_files_come_in_the_order_of_the_files_whichever_is_read_first()
    {
        var first = Load(i => $"kind: Catalog\nname: C{i}\nhiden: true\n");

        Assert.Equal(Enumerable.Range(0, Files).Select(i => $"policies/{i:000}.yaml:3:1"), first.Diagnostics.Select(finding => $"{finding.Where}"));
        for (var again = 0; again < 5; again++)
        {
            Assert.Equal(first.Diagnostics, Load(i => $"kind: Catalog\nname: C{i}\nhiden: true\n").Diagnostics);
        }
    }

    [Fact]
    public void Of_many_files_that_declare_the_same_the_first_counts()
    {
        var loaded = Load(i => $"kind: Catalog\nname: Finance\ndescription: from {i}\n");

        Assert.Equal("from 0", Assert.IsType<Reconciler.Entitlements.Catalog>(Assert.Single(loaded.Declared.Declarations).Entity).Description.Value);
        Assert.Equal(Files - 1, loaded.Diagnostics.Count);
        Assert.All(loaded.Diagnostics, finding => Assert.Contains("the first is at policies/000.yaml:2:7", finding.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_the_same_for_every_tenant_and_what_is_not_stand_side_by_side()
    {
        var texts = Enumerable.Range(0, Files).Select(i => ($"policies/{i:000}.yaml", Encoding.UTF8.GetBytes(
            i % 2 == 0 ? $"kind: Catalog\nname: C{i}\nhiden: true\n" : $"kind: Catalog\nname: $(var.name) {i}\ndescription: $(var.onlyProd)\n")));
        var every = DeclarationLoader.LoadEvery(Loading.TwoTenants, texts);

        Assert.Equal(["dev", "prod"], every.Select(loaded => loaded.Tenant));
        Assert.Equal([Files, Files / 2], every.Select(loaded => loaded.Diagnostics.Count));
        Assert.Equal(Files, EveryTenant.Findings(every).Count);
        Assert.Equal(Files / 2, every[1].Declared.Declarations.Count(declaration => declaration.Key.Name.StartsWith("Accounting", StringComparison.Ordinal)));
    }

    private static LoadResult Load(Func<int, string> text) =>
        DeclarationLoader.Load(Loading.PlainWorkspace, Enumerable.Range(0, Files).Reverse().Select(i => ($"policies/{i:000}.yaml", Encoding.UTF8.GetBytes(text(i)))));
}
