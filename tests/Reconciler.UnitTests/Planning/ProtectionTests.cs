using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.UnitTests.Applying;

namespace Reconciler.UnitTests.Planning;

/// <summary>What is protected is deleted by nothing until an apply of its own has lifted that.</summary>
public sealed class ProtectionTests
{
    private static World Held(bool isProtected) => World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader", isProtected)
        .Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff");

    private static Declaration Reader(bool? protect) => protect is { } value ? new Declaration { Entity = Given.Package(), Protect = value } : new Declaration { Entity = Given.Package() };

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public async Task It_is_kept_in_the_binding_until_something_else_is_written(bool? declared, bool before, bool after)
    {
        var run = await Run.OfAsync(Held(before).Declare(Reader(declared)).Declare(Given.Policy()));

        Assert.Empty(run.Tenant.Writes);
        Assert.Equal(after, run.Store.Bindings.FindById(EntityKind.AccessPackage, "p1")?.IsProtected);
    }

    [Theory]
    [InlineData(true, false, "True")]
    [InlineData(false, true, "False")]
    [InlineData(true, true, "")]
    [InlineData(false, false, "")]
    public void A_plan_says_what_it_will_protect_and_what_no_longer(bool declared, bool before, string said) =>
        Assert.Equal(said, string.Concat(Held(before).Declare(Reader(declared)).Declare(Given.Policy()).Plan().Protection.Select(p => p.IsProtected)));

    [Fact]
    public async Task What_is_new_is_protected_from_the_first_moment()
    {
        var run = await Run.OfAsync(World.WithFinance().Declare(Reader(true)));

        Assert.True(run.Store.Bindings.FindById(EntityKind.AccessPackage, "new-1")?.IsProtected);
    }

    [Theory]
    [InlineData("no longer declared")]
    [InlineData("a tombstone")]
    [InlineData("a tombstone that says otherwise")]
    public void Nothing_deletes_it(string how)
    {
        var refusal = Assert.Single(Refusals(how switch
        {
            "no longer declared" => Held(true),
            "a tombstone" => Held(true).Declare(Given.Package(), Ensure.Absent),
            _ => Held(true).Declare(new Declaration { Entity = Given.Package(), Ensure = Ensure.Absent, Protect = false }),
        }));

        Assert.Equal("RCN214", refusal.Code);
        Assert.Equal("The access package \"Finance / Reader\" can't be deleted: it is protected.", refusal.Message);
        Assert.Equal("Declare it again with protect: false, apply that, and delete it then.", refusal.Advice);
    }

    [Fact]
    public void It_is_deleted_with_nothing_that_it_is_in()
    {
        var world = World.WithFinance().Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
            .Has(Given.HeldPolicy(), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff", isProtected: true);

        Assert.Contains("the assignment policy \"Staff\" in it is protected", Assert.Single(Refusals(world)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_takes_only_what_nobody_protects()
    {
        var world = new World().Declare(new Declaration { Entity = Given.OpenCatalog(), Prune = true }).Has(Given.HeldCatalog(), "c1")
            .Has(Given.HeldPackage("Theirs"), "p9", "c1").Has(Given.HeldPackage(), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader", isProtected: true);

        Assert.Equal("Finance / Reader", Assert.Single(Refusals(world)).Key?.ToString());
    }

    [Fact]
    public async Task An_apply_that_lifts_it_lets_the_next_delete_it()
    {
        var run = await Run.OfAsync(Held(true).Declare(Reader(false)).Declare(Given.Policy()));
        var next = World.WithFinance().After(run.Tenant.Snapshot, run.Store.Bindings);

        next.Plan().Is("delete Finance / Reader");
        Assert.Empty(Refusals(next));
    }

    [Fact]
    public void What_is_protected_is_not_let_go_either_because_a_tombstone_could_follow()
    {
        Assert.Equal("RCN214", Assert.Single(Refusals(Held(true).Declare(Given.Package(), Ensure.Unmanaged))).Code);
        Assert.Empty(Refusals(Held(false).Declare(Given.Package(), Ensure.Unmanaged)));
        Assert.Equal([EntityKey.Package("Finance", "Reader")], Held(false).Declare(Given.Package(), Ensure.Unmanaged).Plan().LetGo);
    }

    [Fact]
    public void What_is_let_go_under_another_name_than_it_has_is_not_left_for_pruning()
    {
        World Of(string? id) => new World().Declare(new Declaration { Entity = Given.OpenCatalog(), Prune = true }).Has(Given.HeldCatalog(), "c1")
            .Declare(Given.Package(), Ensure.Unmanaged, id).Has(Given.HeldPackage("Renamed"), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader");

        Assert.Contains("id: p1", Of(null).Plan().Refuses("RCN217").Advice, StringComparison.Ordinal);
        Assert.True(Of("p1").Plan().CanApply);
    }

    private static EquatableArray<Refusal> Refusals(World world) => ProtectedDeletes.Check(world.Plan(), world.Snapshot, world.Bindings);
}
