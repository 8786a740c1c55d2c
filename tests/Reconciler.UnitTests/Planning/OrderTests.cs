using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Planning;

public sealed class OrderTests
{
    private static readonly Reference A = Given.Group("A");
    private static readonly Reference B = Given.Group("B");

    /// <summary>Something of everything: created, changed, renamed, taken away and deleted.</summary>
    internal static World Busy() => new World()
        .Declare(new Settings { ExternalUserLifecycle = Given.Lifecycle(LifecycleAction.None) }).Has(new Settings { ExternalUserLifecycle = Given.Lifecycle(LifecycleAction.BlockSignIn) }, "settings")
        .Declare(Given.Catalog("Finance", B), previously: "Money").Has(Given.HeldCatalog("Money", A), "c1").Remembers(EntityKind.Catalog, "c1", null, "Money")
        .Declare(Given.Package().Giving(B)).Has(Given.HeldPackage("Reader", "Money", A), "p1", "c1").Remembers(EntityKind.AccessPackage, "p1", "c1", "Reader")
        .Declare(Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(B)) }).Has(Given.HeldPolicy("Staff", "Reader", "Money"), "q1", "p1").Remembers(EntityKind.AssignmentPolicy, "q1", "p1", "Staff")
        .Declare(Given.FullPolicy("Extra"))
        .Has(Given.HeldPolicy("Old", "Reader", "Money"), "q2", "p1").Remembers(EntityKind.AssignmentPolicy, "q2", "p1", "Old")
        .Has(Given.HeldPackage("Dropped", "Money", A), "p2", "c1").Remembers(EntityKind.AccessPackage, "p2", "c1", "Dropped")
        .Declare(Given.Catalog("Aaa", A)).Declare(Given.Package("New", "Aaa").Giving(A)).Declare(Given.FullPolicy("Staff", "New", "Aaa"))
        .Has(Given.HeldCatalog("Gone", A), "c9").Remembers(EntityKind.Catalog, "c9", null, "Gone")
        .Has(Given.HeldPackage("Reader", "Gone", A), "p9", "c9").Remembers(EntityKind.AccessPackage, "p9", "c9", "Reader")
        .Has(Given.HeldPackage("Theirs", "Money", B), "p7", "c1");

    [Fact]
    public void The_order_of_writes_is_parents_first_gifts_before_what_is_taken_and_deletes_backwards()
    {
        var plan = Busy().Plan();

        Assert.Empty(plan.Diagnostics);
        Assert.Equal(
            [
                "Update Settings", "Create Aaa", "Update Finance", "AddResourceOf Aaa", "AddResourceOf Finance",
                "Create Aaa / New", "AddRoleOf Aaa / New", "AddRoleOf Finance / Reader",
                "Create Aaa / New / Staff", "Create Finance / Reader / Extra", "Update Finance / Reader / Staff",
                "RemoveRoleOf Finance / Reader", "Delete Money / Reader / Old", "Delete Money / Dropped", "Delete Gone / Reader",
                "RemoveResourceOf Finance", "Delete Gone",
            ],
            plan.Steps.Select(s => $"{What(s.Write)} {plan.Changes[s.Change].Key}"));
    }

    [Fact]
    public void No_step_depends_on_a_later_one_and_no_gift_comes_after_what_is_taken()
    {
        var steps = Busy().Plan().Steps;

        Assert.All(steps.Select((step, i) => (step, i)), at => Assert.All(at.step.DependsOn, cause => Assert.True(cause < at.i)));
        Assert.Equal(steps.OrderBy(s => s.TakesAway), steps);
    }

    [Fact]
    public void A_step_names_what_has_to_succeed_before_it()
    {
        var plan = Busy().Plan();
        string Said(int step) => $"{What(plan.Steps[step].Write)} {plan.Changes[plan.Steps[step].Change].Key}";
        var causes = Enumerable.Range(0, plan.Steps.Count).ToDictionary(Said, i => plan.Steps[i].DependsOn.Select(Said).ToArray());

        Assert.Equal(["Create Aaa"], causes["AddResourceOf Aaa"]);
        Assert.Equal(["Create Aaa"], causes["Create Aaa / New"]);
        Assert.Equal(["AddResourceOf Aaa", "Create Aaa / New"], causes["AddRoleOf Aaa / New"]);
        Assert.Equal(["Create Aaa / New", "AddRoleOf Aaa / New"], causes["Create Aaa / New / Staff"]);
        Assert.Equal(["AddResourceOf Finance"], causes["AddRoleOf Finance / Reader"]);
        Assert.Empty(causes["Create Finance / Reader / Extra"]);
        Assert.Equal(["Delete Gone / Reader"], causes["Delete Gone"]);
    }

    [Fact]
    public void A_resource_leaves_after_the_packages_that_gave_it_even_where_the_tenant_calls_the_catalog_otherwise()
    {
        var plan = Busy().Plan();
        var removal = Assert.Single(plan.Steps, s => s.Write is TenantWrite.RemoveItem { Item: ListItem.ResourceOf });

        Assert.Equal(["RemoveRoleOf", "Delete"], removal.DependsOn.Select(i => What(plan.Steps[i].Write)));
        Assert.Equal("p2", Assert.IsType<TenantWrite.Delete>(plan.Steps[removal.DependsOn[1]].Write).Target.Id);
    }

    [Fact]
    public void A_catalog_declared_absent_under_another_name_than_the_tenants_goes_after_its_packages()
    {
        var plan = new World().Declare(Given.OpenCatalog(), Ensure.Absent).Has(Given.HeldCatalog("Renamed"), "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance")
            .Declare(Given.Package(), Ensure.Absent).Has(Given.HeldPackage("Reader", "Renamed"), "p1", "c1").Plan();

        Assert.Equal([0], plan.Steps[1].DependsOn);
    }

    [Fact]
    public void An_update_carries_only_what_changes()
    {
        var plan = World.WithPolicy(Given.FullPolicy() with { Expiration = new Expiration.After(Duration.OfDays(3)) }, Given.HeldPolicy()).Plan();
        var write = Assert.IsType<TenantWrite.Update>(Assert.Single(plan.Steps).Write);

        Assert.Equal(Given.Policy() with { Expiration = new Expiration.After(Duration.OfDays(3)) }, write.Changes);
        Assert.Equal(("q1", false), (write.Target.Id, write.Renames));
    }

    // pulumi#11587: two plans of the same differed, and the check of what was approved was noise.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void The_order_of_files_pages_and_memory_means_nothing(int seed)
    {
        Assert.Equal(Busy().Plan(), Busy().Shuffled(seed).Plan());

        World Broken() => Busy().Declare(Given.OpenCatalog("Twice")).Has(Given.HeldCatalog("Twice"), "t1").Has(Given.HeldCatalog("Twice"), "t2")
            .Remembers(EntityKind.AccessPackage, "x1", "c9", "X").Remembers(EntityKind.AccessPackage, "x2", "c9", "Y");
        Assert.Equal(Broken().Plan(), Broken().Shuffled(seed).Plan());

        World Forgetting() => Busy().Remembers(EntityKind.AccessPackage, "x1", "c9", "X").Remembers(EntityKind.AccessPackage, "x2", "c9", "Y");
        Assert.Equal(Forgetting().Plan(), Forgetting().Shuffled(seed).Plan());
    }

    [Fact]
    public void The_order_in_which_a_tenant_lists_items_means_nothing()
    {
        World Of(params Reference[] held) => new World().Declare(Given.Catalog()).Has(Given.HeldCatalog("Finance", held), "c1");

        Assert.Equal(Of(A, B).Plan().Steps, Of(B, A).Plan().Steps);
        Assert.Equal(Of(A, B).Plan().Changes, Of(B, A).Plan().Changes);
    }

    [Fact]
    public void Deletes_are_read_first_then_by_place() =>
        Assert.Equal(
            [
                "delete Gone", "delete Gone / Reader", "delete Money / Dropped", "delete Money / Reader / Old",
                "update Settings", "create Aaa", "create Aaa / New", "create Aaa / New / Staff",
                "rename Money to Finance", "update Finance / Reader", "create Finance / Reader / Extra", "update Finance / Reader / Staff",
            ],
            Busy().Plan().Said());

    private static string What(TenantWrite write) => write switch
    {
        TenantWrite.AddItem add => $"Add{add.Item.GetType().Name}",
        TenantWrite.RemoveItem remove => $"Remove{remove.Item.GetType().Name}",
        _ => write.GetType().Name,
    };
}
