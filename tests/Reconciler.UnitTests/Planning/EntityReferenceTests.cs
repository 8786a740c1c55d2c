using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.UnitTests.Applying;

namespace Reconciler.UnitTests.Planning;

/// <summary>What names another entity finds it: made by the same plan, declared, or in the tenant alone.</summary>
public sealed class EntityReferenceTests
{
    private static readonly RequestorScope Fabrikam = Given.Listed(Given.OrganizationCalled("fabrikam"));

    /// <summary>Everything new, and everything that can name another does: two packages even each other.</summary>
    private static World AllNew() => new World()
        .Declare(Given.Organization())
        .Declare(Given.OpenCatalog())
        .Declare(Given.Extension())
        .Declare(Given.Package("Approver") with { IncompatibleWith = Given.Listing(Given.PackageCalled("Reader", "FINANCE")) })
        .Declare(Given.Package() with { IncompatibleWith = Given.Listing(Given.PackageCalled("Approver")) })
        .Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam), Callouts = Given.Calling("notify") })
        .Declare(Given.Assignment());

    [Fact]
    public void What_is_made_by_the_same_plan_is_made_before_what_names_it()
    {
        var plan = AllNew().Plan();

        Assert.Empty(plan.Diagnostics);
        Assert.Equal(
            [
                "Create Fabrikam", "Create Finance", "Create Finance / Notify", "Create Finance / Approver", "Create Finance / Reader",
                "AddItem Finance / Approver", "AddItem Finance / Reader", "Create Finance / Reader / Staff", "Create Finance / Reader / ana@a.example",
            ],
            plan.Steps.Select((_, i) => Said(plan, i)));
        Assert.Equal(["Create Fabrikam", "Create Finance / Notify", "Create Finance / Reader"], Causes(plan, "Create Finance / Reader / Staff"));
        Assert.Equal(["Create Finance / Approver", "Create Finance / Reader"], Causes(plan, "AddItem Finance / Approver"));
        Assert.Equal(["Create Finance / Reader", "Create Finance / Reader / Staff"], Causes(plan, "Create Finance / Reader / ana@a.example"));
    }

    [Fact]
    public async Task Their_ids_are_filled_in_while_applying_and_the_next_plan_is_empty()
    {
        var run = await Run.OfAsync(AllNew());

        Assert.True(run.Report.Succeeded);
        var ids = run.Tenant.Snapshot.Entities.ToDictionary(e => e.Entity.Key.Name, e => e.Id);
        var policy = run.Tenant.Writes.OfType<TenantWrite.Create>().Select(c => c.Declared).OfType<AssignmentPolicy>().Single();
        Assert.Equal(ids["Fabrikam"], ((RequestorScope.Listed)policy.Requestors.Value.Who).Principals[0].Id);
        Assert.Equal(ids["Notify"], policy.Callouts.Value[0].Run.Id);
        Assert.Equal(ids["Staff"], run.Tenant.Writes.OfType<TenantWrite.Create>().Select(c => c.Declared).OfType<DirectAssignment>().Single().Policy.Value.Id);
        Assert.Equal([ids["Reader"], ids["Approver"]], run.Tenant.Writes.OfType<TenantWrite.AddItem>().Select(add => add.Item.Names.Id));

        var without = run.Tenant.Snapshot with { Entities = run.Tenant.Snapshot.Entities.Where(e => e.Entity is not DirectAssignment).ToEquatableArray() };
        AllNew().Assigned(new Assignment("a1", ids["Reader"], ids["Staff"], Given.User("ana@a.example").Bound().Id, "ana@a.example")).After(without, run.Store.Bindings).Plan().Is();
    }

    [Fact]
    public async Task A_policy_that_is_there_names_what_is_made_before_it_is_changed()
    {
        var world = World.WithPolicy(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) }, Given.HeldPolicy()).Declare(Given.Organization());
        var run = await Run.OfAsync(world);

        Assert.Equal(["Applied Fabrikam", "Applied Finance / Reader / Staff"], run.Outcomes());
        var written = Assert.IsType<AssignmentPolicy>(run.Tenant.Writes.OfType<TenantWrite.Update>().Single().Changes);
        Assert.Equal("new-1", ((RequestorScope.Listed)written.Requestors.Value.Who).Principals[0].Id);
    }

    [Fact]
    public async Task What_names_something_that_could_not_be_made_is_skipped()
    {
        var run = await Run.OfAsync(AllNew(), arrange: r => r.Tenant.Fails = w => w is TenantWrite.Create { Declared: CustomExtension } ? new TenantException(TenantProblem.Refused, "no") : null);

        Assert.Equal(
            ["Failed Finance / Notify", "Skipped Finance / Reader / Staff", "Skipped Finance / Reader / ana@a.example"],
            run.Outcomes().Where(o => !o.StartsWith("Applied", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_only_the_tenant_has_is_found_by_name()
    {
        var plan = World.WithReader().Has(Given.HeldOrganization(), "o1").Has(Given.HeldExtension(), "x1", "c1").Has(Given.HeldPackage("Approver"), "p2", "c1")
            .Declare(Given.Package("New") with { IncompatibleWith = Given.Listing(Given.PackageCalled("Approver")) })
            .Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam), Callouts = Given.Calling("Notify") }).Plan();

        plan.Is("create Finance / New", "create Finance / Reader / Staff");
        var policy = Assert.IsType<AssignmentPolicy>(Assert.IsType<TenantWrite.Create>(plan.Steps[^1].Write).Declared);
        Assert.Equal(("o1", "x1"), (((RequestorScope.Listed)policy.Requestors.Value.Who).Principals[0].Id, policy.Callouts.Value[0].Run.Id));
        Assert.Equal("p2", plan.Steps.Select(s => s.Write).OfType<TenantWrite.AddItem>().Single().Item.Names.Id);
    }

    [Fact]
    public void What_is_declared_under_another_name_than_the_tenants_is_found_by_its_declaration()
    {
        var plan = World.WithReader().Declare(Given.Organization()).Has(Given.HeldOrganization("fab inc"), "o1").Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) }).Plan();

        plan.Is("rename fab inc to Fabrikam", "create Finance / Reader / Staff");
        Assert.Empty(plan.Steps[^1].DependsOn);
        Assert.Equal("o1", ((RequestorScope.Listed)((AssignmentPolicy)Assert.IsType<TenantWrite.Create>(plan.Steps[^1].Write).Declared).Requestors.Value.Who).Principals[0].Id);
    }

    [Fact]
    public void An_id_beside_the_name_decides() =>
        World.WithReader().Has(Given.HeldOrganization("Other"), "O1").Declare(Given.FullPolicy() with { Requestors = Given.Asking(Given.Listed(Given.OrganizationCalled("Fabrikam") with { Id = "o1" })) })
            .Plan().Is("create Finance / Reader / Staff");

    public static TheoryData<string, AssignmentPolicy> Missing => new()
    {
        { "connected organization \"fabrikam\" is neither", Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) } },
        { "custom extension \"Notify\" of \"Finance\" is neither", Given.FullPolicy() with { Callouts = Given.Calling("Notify") } },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void What_is_nowhere_is_an_error(string told, AssignmentPolicy policy) =>
        Assert.Contains(told, World.WithReader().Declare(policy).Plan().Refuses("RCN413").Message, StringComparison.Ordinal);

    [Fact]
    public void An_extension_of_another_catalog_is_none_of_this_one() =>
        World.WithReader().Has(Given.HeldCatalog("Other"), "c2").Has(Given.HeldExtension("Notify", "Other"), "x1", "c2").Declare(Given.FullPolicy() with { Callouts = Given.Calling("Notify") })
            .Plan().Refuses("RCN413");

    [Fact]
    public void Several_of_one_name_in_the_tenant_are_an_error_with_their_ids() =>
        Assert.Contains("o1, o2", World.WithReader().Has(Given.HeldOrganization("Fabrikam", "a.example"), "o2").Has(Given.HeldOrganization("fabrikam", "b.example"), "o1")
            .Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) }).Plan().Refuses("RCN406").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(Ensure.Absent, true, "is declared absent")]
    [InlineData(Ensure.Absent, false, "is declared absent")]
    [InlineData(Ensure.Elsewhere, false, "is not declared for this tenant")]
    [InlineData(Ensure.Unmanaged, false, "is not declared for this tenant")]
    public void What_goes_or_is_not_here_is_not_named(Ensure ensure, bool isThere, string told)
    {
        var world = World.WithReader().Declare(Given.Organization(), ensure).Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) });

        Assert.Contains(told, (isThere ? world.Has(Given.HeldOrganization(), "o1") : world).Plan().Refuses("RCN414").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ensure.Elsewhere)]
    [InlineData(Ensure.Unmanaged)]
    public void What_is_left_to_others_and_there_can_be_named(Ensure ensure) =>
        World.WithReader().Declare(new ConnectedOrganization { Name = "Fabrikam" }, ensure).Has(Given.HeldOrganization(), "o1").Declare(Given.FullPolicy() with { Requestors = Given.Asking(Fabrikam) })
            .Plan().Is("create Finance / Reader / Staff");

    private static string Said(Plan plan, int step) => $"{plan.Steps[step].Write.GetType().Name} {plan.Changes[plan.Steps[step].Change].Key}";

    private static IEnumerable<string> Causes(Plan plan, string step) =>
        plan.Steps[Enumerable.Range(0, plan.Steps.Count).Single(i => Said(plan, i) == step)].DependsOn.Select(i => Said(plan, i));
}
