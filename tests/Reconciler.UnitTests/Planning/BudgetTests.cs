using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

public sealed class BudgetTests
{
    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void More_deletes_than_allowed_are_refused(int count, int refusals)
    {
        var plan = Packages(World.WithFinance(), "c1", "Finance", count).Plan();

        var refused = Budget.Check(plan, new BudgetLimits());
        Assert.Equal(refusals, refused.Count);
        Assert.All(refused, r => Assert.Equal(("RCN211", "6 access packages in the catalog \"Finance\" would be deleted; the budget allows 5."), (r.Code, r.Message)));
    }

    // OctoDNS skips its thresholds below ten records: deleting nine of nine passes (D3).
    [Fact]
    public void No_set_is_too_small_to_count() =>
        Assert.Single(Budget.Check(Packages(World.WithFinance(), "c1", "Finance", 1).Plan(), new BudgetLimits(Deletes: 0)));

    [Fact]
    public void Each_catalog_and_each_kind_has_its_own()
    {
        var world = World.WithReader().Declare(Given.OpenCatalog("Sales")).Has(Given.HeldCatalog("Sales"), "c2");
        for (var i = 0; i < 2; i++)
        {
            world.Has(Given.HeldPolicy($"Old{i}"), $"q{i}", "p1").Remembers(EntityKind.AssignmentPolicy, $"q{i}", "p1", $"Old{i}");
        }

        var plan = Packages(Packages(world, "c1", "Finance", 2), "c2", "Sales", 2).Plan();

        Assert.Empty(Budget.Check(plan, new BudgetLimits(Deletes: 2)));
        Assert.Equal(3, Budget.Check(plan, new BudgetLimits(Deletes: 1)).Count);
    }

    [Fact]
    public void Catalogs_are_counted_together()
    {
        var world = new World();
        for (var i = 0; i < 2; i++)
        {
            world.Has(Given.HeldCatalog($"Old{i}"), $"c{i}").Remembers(EntityKind.Catalog, $"c{i}", null, $"Old{i}");
        }

        Assert.Equal("2 catalogs would be deleted; the budget allows 1.", Assert.Single(Budget.Check(world.Plan(), new BudgetLimits(Deletes: 1))).Message);
    }

    // kubernetes/org#4365: what left the inside of a team was guarded by nothing (D4).
    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 2)]
    public void What_leaves_value_lists_is_counted_per_list_and_catalog(int count, int refusals)
    {
        var groups = Enumerable.Range(0, count).Select(i => Given.Group($"G{i}")).ToArray();
        var plan = new World().Declare(Given.Catalog()).Has(Given.HeldCatalog("Finance", groups), "c1")
            .Declare(Given.Package("One").Giving()).Has(Given.HeldPackage("One", "Finance", groups[..2]), "p1", "c1")
            .Declare(Given.Package("Two").Giving()).Has(Given.HeldPackage("Two", "Finance", groups[2..]), "p2", "c1").Plan();

        Assert.Equal(refusals, Budget.Check(plan, new BudgetLimits(Removals: 3)).Count(r => r.Code == "RCN212"));
    }

    [Fact]
    public void What_a_deleted_package_gave_is_no_removal_beside_its_deletion()
    {
        var plan = World.WithFinance(Given.Group("A")).Has(Given.HeldPackage("Old", "Finance", Given.Group("A")), "p9", "c1").Remembers(EntityKind.AccessPackage, "p9", "c1", "Old").Plan();

        Assert.Empty(Budget.Check(plan, new BudgetLimits(Deletes: 1, Removals: 0)));
    }

    [Fact]
    public void Packages_and_policies_with_assignments_are_not_deleted_and_who_holds_them_is_said()
    {
        var plan = World.WithReader().Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff")
            .Has(Given.HeldPackage("Old"), "p2", "c1").Remembers(EntityKind.AccessPackage, "p2", "c1", "Old").Plan();
        Assert.Equal(["p1", "p2"], AssignedDeletes.PackagesOf(plan).Order(StringComparer.Ordinal));

        var refusals = AssignedDeletes.Check(
            plan,
            [
                new Assignment("1", "p1", "q1", "u1", "Megan"), new Assignment("2", "p1", "q-other", "u2", "Isaiah"),
                .. Enumerable.Range(0, 7).Select(i => new Assignment($"a{i}", "p2", null, null, $"Guest {7 - i}")),
            ]);

        Assert.Equal(
            [
                "The access package \"Finance / Old\" can't be deleted: it has 7 assignments (Guest 1, Guest 2, Guest 3, Guest 4, Guest 5 and 2 more).",
                "The assignment policy \"Finance / Reader / Staff\" can't be deleted: it has 1 assignment (Megan).",
            ],
            refusals.Select(r => r.Message));
        Assert.Empty(AssignedDeletes.Check(plan, []));
    }

    private static World Packages(World world, string catalogId, string catalog, int count)
    {
        for (var i = 0; i < count; i++)
        {
            world.Has(Given.HeldPackage($"Old{i}", catalog), $"{catalogId}-{i}", catalogId).Remembers(EntityKind.AccessPackage, $"{catalogId}-{i}", catalogId, $"Old{i}");
        }

        return world;
    }
}
