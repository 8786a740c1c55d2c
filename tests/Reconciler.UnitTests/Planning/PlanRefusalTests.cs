using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>What the service would refuse half-way is told before the first write.</summary>
public sealed class PlanRefusalTests
{
    private static readonly Reference A = Given.Group("A");

    [Fact]
    public void What_is_named_by_what_stays_is_not_deleted()
    {
        var world = World.WithFinance().Declare(Given.Package() with { IncompatibleWith = Given.Listing(Given.PackageCalled("Approver")) }).Has(Given.HeldPackage(), "p1", "c1")
            .Has(Given.HeldPackage("Approver"), "p2", "c1").Remembers(EntityKind.AccessPackage, "p2", "c1", "Approver");

        Assert.Equal("The access package \"Finance / Approver\" would be deleted, and the access package \"Finance / Reader\" names it here.", world.Plan().Refuses("RCN209").Message);
        world.Plan(noRemovals: true).Is("update Finance / Reader");
    }

    [Fact]
    public void What_has_assignments_is_not_deleted_and_says_who_would_lose_it()
    {
        var plan = World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader").Plan();
        var held = Enumerable.Range(1, 6).Select(i => new Assignment($"a{i}", "p1", "q1", $"u{i}", $"u{i}@a.example")).ToList();

        Assert.Equal(["p1"], AssignedDeletes.PackagesOf(plan));
        Assert.Empty(AssignedDeletes.Check(plan, [held[0] with { PackageId = "p2" }]));
        var refusal = Assert.Single(AssignedDeletes.Check(plan, held));
        Assert.Equal("RCN213", refusal.Code);
        Assert.EndsWith("it has 6 assignments (u1@a.example, u2@a.example, u3@a.example, u4@a.example, u5@a.example and 1 more).", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tombstone_that_drains_says_that_it_has_to_wait()
    {
        var plan = World.WithFinance().Declare(new Declaration { Entity = Given.Package(), Ensure = Ensure.Absent, Drain = true }).Has(Given.HeldPackage(), "p1", "c1").Plan();

        Assert.StartsWith("This build does not drain yet", Assert.Single(AssignedDeletes.Check(plan, [new Assignment("a1", "p1", "q1", "u1", "u1")])).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_has_one_automatic_policy_whoever_made_it()
    {
        var automatic = Given.HeldPolicy("Theirs") with { Requestors = default, Automatic = new Automatic.ByRule("r") };
        var declared = Given.FullPolicy() with { Requestors = default, Automatic = new Automatic.ByRule("s") };

        Assert.Contains("\"Finance / Reader / Theirs\" does so already", World.WithReader().Has(automatic, "q9", "p1").Declare(declared).Plan().Refuses("RCN215").Message, StringComparison.Ordinal);
        World.WithReader().Has(Given.HeldPolicy("Theirs"), "q9", "p1").Declare(declared).Plan().Is("create Finance / Reader / Staff");
    }

    [Fact]
    public void A_resource_that_is_listed_by_name_and_by_id_is_one()
    {
        static CatalogResource Asking(Reference resource, string text) => new()
        {
            Resource = resource,
            Attributes = EquatableArray.Create<RequiredAttribute>([new() { Name = "city", Question = new Question { Text = text, Answer = new Answer.Written("", LongText: false) } }]),
        };
        World Listing(string other) => new World().Declare(Given.OpenCatalog() with { Resources = EquatableArray.Create<CatalogResource>([Asking(A, "City?"), Asking(A.Bound(), other)]) });

        Listing("Which city?").Plan().Refuses("RCN418");
        Listing("City?").Plan().Is("create Finance");
    }
}
