using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Planning;

/// <summary>Names of the tenant that no policy file can hold.</summary>
public sealed class SayableTests
{
    private const string Unsayable = " Fin\u200bance ";

    [Fact]
    public void What_is_found_by_its_id_has_no_name_to_change() =>
        new World().Declare(Given.OpenCatalog(), id: "c1").Has(Given.HeldCatalog(Unsayable), "c1").Plan().Is();

    [Fact]
    public void What_is_found_by_its_binding_has_none_either() =>
        new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(Unsayable), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance").Plan().Is();

    [Fact]
    public void What_is_declared_otherwise_is_renamed() =>
        new World().Declare(Given.OpenCatalog("Money"), id: "c1").Has(Given.HeldCatalog(Unsayable), "c1").Plan().Is($"rename {Unsayable} to Money");

    [Fact]
    public void By_its_name_alone_nothing_else_is_found() =>
        new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(Unsayable), "c1").Plan().Is("create Finance");

    [Fact]
    public void Two_of_which_one_can_not_be_said_are_told_apart_by_an_alias() =>
        new World().Declare(Given.OpenCatalog()).Declare(new Declaration { Entity = Given.OpenCatalog("Finance (2)"), DisplayName = "Finance", Id = "c2" })
            .Has(Given.HeldCatalog(), "c1").Has(Given.HeldCatalog(Unsayable), "c2").Plan().Is();

    [Theory]
    [InlineData("Team", " Team ", false)]
    [InlineData("team", "Te\u200bam", false)]
    [InlineData("Other", " Team ", true)]
    [InlineData("(no name)", "\u200b", false)]
    public void A_name_that_can_not_be_written_is_no_other_s(string asked, string found, bool isTold)
    {
        var world = new World().Declare(Given.Catalog(resources: [Given.Group(asked) with { Id = "g1" }])).Knows("g1", found)
            .Has(Given.HeldCatalog() with { Resources = Given.Holding(Given.Group(found) with { Id = "g1" }) }, "c1");

        var plan = world.Plan();

        plan.Is();
        Assert.Equal(isTold ? ["RCN403"] : [], plan.Diagnostics.Select(d => d.Code));
    }
}
