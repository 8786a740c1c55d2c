using Reconciler.Entitlements;
using Reconciler.UnitTests.Applying;

namespace Reconciler.UnitTests.Planning;

/// <summary>Direct assignments are made where they are missing. None is changed, and none is taken away.</summary>
public sealed class AssignmentTests
{
    private const string Ana = "ana@a.example";

    private static readonly Assignment Held = new("a1", "p1", "q1", $"User:{Ana}", Ana);

    private static World There() => World.WithPolicy(Given.Policy(), Given.HeldPolicy());

    [Fact]
    public async Task One_that_is_missing_is_made_and_not_remembered()
    {
        var run = await Run.OfAsync(There().Declare(Given.Assignment()));

        Assert.Equal(["Applied Finance / Reader / ana@a.example"], run.Outcomes());
        Assert.DoesNotContain(run.Store.Bindings.Entries, b => b.Kind == EntityKind.DirectAssignment);
    }

    [Fact]
    public void One_that_is_there_needs_nothing_and_is_not_bound()
    {
        var plan = There().Declare(Given.Assignment("ANA@A.example")).Assigned(Held with { TargetId = "User:ANA@A.example" }).Plan();

        plan.Is();
        Assert.Empty(plan.Adopted);
        Assert.DoesNotContain(plan.Bindings, b => b.Kind == EntityKind.DirectAssignment);
    }

    [Fact]
    public void One_under_another_policy_or_another_end_is_said_and_left()
    {
        var world = World.WithReader().Declare(Given.Policy()).Has(Given.HeldPolicy(), "q1", "p1").Has(Given.HeldPolicy("Other"), "q2", "p1")
            .Declare(Given.Assignment() with { Until = new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero) }).Assigned(Held with { PolicyId = "q2", End = new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        var plan = world.Plan();
        plan.Is();
        var finding = Assert.Single(plan.Diagnostics);
        Assert.Equal(("RCN207", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("policy is \"Other\", until is 2028-01-01T00:00:00Z", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_whose_end_has_passed_is_not_made_again()
    {
        var end = new DateTimeOffset(2027, 6, 30, 0, 0, 0, TimeSpan.Zero);
        World Of(DateTimeOffset now) => There().Declare(Given.Assignment() with { Until = end }).At(now);

        Of(end.AddSeconds(-1)).Plan().Is("create Finance / Reader / ana@a.example");
        Of(end).Plan().Is();
        Assert.Equal([EntityKey.Assignment("Finance", "Reader", Ana)], Of(end).Plan().Ended);
    }

    [Fact]
    public void When_one_began_is_nobodys_business() =>
        There().Declare(Given.Assignment() with { From = DateTimeOffset.UnixEpoch }).Assigned(Held).Plan().Is();

    [Fact]
    public void One_that_is_no_longer_declared_stays_even_in_a_pruned_catalog()
    {
        var world = new World().Declare(new Declaration { Entity = Given.OpenCatalog(), Prune = true }).Has(Given.HeldCatalog(), "c1")
            .Declare(Given.Package()).Has(Given.HeldPackage(), "p1", "c1").Declare(Given.Policy()).Has(Given.HeldPolicy(), "q1", "p1").Assigned(Held);

        world.Plan().Is();
    }

    [Fact]
    public void A_name_that_stands_for_another_user_is_another_assignment() =>
        There().Declare(Given.Assignment()).Assigned(Held with { TargetId = "u7" }).Plan().Is("create Finance / Reader / ana@a.example");

    [Fact]
    public void A_new_one_says_under_which_policy() =>
        There().Declare(new DirectAssignment { Catalog = "Finance", Package = "Reader", User = Given.User(Ana) }).Plan().Refuses("RCN201");

    [Fact]
    public void A_policy_that_is_not_there_is_an_error() => There().Declare(Given.Assignment(policy: "Nowhere")).Plan().Refuses("RCN413");

    [Fact]
    public void One_user_of_two_packages_has_two() =>
        There().Declare(Given.Package("Writer")).Has(Given.HeldPackage("Writer"), "p2", "c1").Has(Given.HeldPolicy("Staff", "Writer"), "q2", "p2")
            .Declare(Given.Assignment()).Declare(Given.Assignment(package: "Writer")).Assigned(Held).Plan().Is("create Finance / Writer / ana@a.example");

    [Fact]
    public void The_packages_to_be_asked_for_are_those_of_declared_assignments()
    {
        var world = There().Declare(Given.Package("Writer")).Has(Given.HeldPackage("Writer"), "p2", "c1").Declare(Given.Assignment());

        Assert.Equal(["p1"], Reconciler.Planning.Binder.PackagesWithAssignments(world.Declared, world.Snapshot, world.Bindings));
    }
}
