using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>A delete and a creation that look like one object under two names are told together.</summary>
public sealed class LooksRenamedTests
{
    private static readonly Reference A = Given.Group("A");
    private static readonly Reference B = Given.Group("B");

    private static World Was(string name, Reference gives, int number = 9, string catalog = "Finance") =>
        Was(World.WithFinance(A, B), name, gives, number, catalog);

    private static World Was(World world, string name, Reference gives, int number, string catalog = "Finance") =>
        world.Has(Given.HeldPackage(name, catalog, gives) with { Hidden = true, Description = name }, $"p{number}", "c1").Remembers(EntityKind.AccessPackage, $"p{number}", "c1", name);

    private static AccessPackage New(string name, Reference gives) => Given.Package(name).Giving(gives) with { Hidden = true, Description = name };

    [Fact]
    public void One_that_is_like_the_other_but_for_name_and_description_is_told() =>
        Assert.Equal([new LooksRenamed(EntityKey.Package("Finance", "Old"), EntityKey.Package("Finance", "New"))], Was("Old", A).Declare(New("New", A)).Plan().LooksRenamed);

    [Fact]
    public void One_that_differs_in_half_of_it_is_another() => Assert.Empty(Was("Old", B).Declare(New("New", A)).Plan().LooksRenamed);

    [Fact]
    public void One_that_says_nothing_is_like_nothing() => Assert.Empty(Was("Old", A).Declare(Given.Package("New")).Plan().LooksRenamed);

    [Fact]
    public void Two_that_are_alike_are_nobodys_former_selves() => Assert.Empty(Was(Was("Old", A), "Older", A, 8).Declare(New("New", A)).Plan().LooksRenamed);

    [Fact]
    public void Two_new_ones_can_not_both_have_been_it() => Assert.Empty(Was("Old", A).Declare(New("New", A)).Declare(New("Newer", A)).Plan().LooksRenamed);

    [Fact]
    public void Each_finds_its_own() =>
        Assert.Equal(["Old>New", "Older>Newer"], Was(Was("Old", A), "Older", B, 8).Declare(New("New", A)).Declare(New("Newer", B)).Plan().LooksRenamed.Select(l => $"{l.Old.Name}>{l.New.Name}"));

    [Fact]
    public void A_key_that_begins_like_another_is_not_that_other()
    {
        // enabled is the same, enabledForExternalUsers is not: one of two settings, not none.
        var world = new World().Has(Given.HeldCatalog("Old") with { Enabled = false }, "c1").Remembers(EntityKind.Catalog, "c1", null, "Old")
            .Declare(new Catalog { Name = "New", Enabled = false, EnabledForExternalUsers = true, Resources = EquatableArray.Create<CatalogResource>([]), Delegates = new Delegates { Owners = Given.Listing() } });

        Assert.Single(world.Plan().LooksRenamed);
    }

    [Fact]
    public void A_tombstone_is_meant() =>
        Assert.Single(World.WithFinance(A, B).Declare(Given.Package("Old"), Ensure.Absent).Has(Given.HeldPackage("Old", "Finance", A) with { Hidden = true }, "p9", "c1").Declare(New("New", A)).Plan().LooksRenamed);
}
