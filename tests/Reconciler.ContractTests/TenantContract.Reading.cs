using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    [Fact]
    public async Task A_tenant_reads_the_same_page_by_page()
    {
        var whole = await Company().Snapshot();
        var cut = await Company(options => options with { PageSize = 1 }).Snapshot();

        Assert.Equal(whole, cut);
        Assert.Equal(7, whole.Entities.Count);
        Assert.Equal("Woodgrove Bank", whole.DisplayName);
        Assert.Equal("5c1d0000-0000-4000-8000-000000000001", whole.TenantId);
    }

    [Fact]
    public async Task The_built_in_catalog_bears_one_name_in_every_tenant()
    {
        var general = await Company().Actual(EntityKey.Catalog(Catalog.BuiltInName));

        Assert.True(general.IsBuiltIn);
        Assert.Equal(Given.General, general.Id);
    }

    [Fact]
    public async Task Everything_has_its_parent_and_every_reference_its_name()
    {
        var trial = Company();
        var package = await trial.Actual(Given.PackageHandle.Key);
        var policy = await trial.Actual(Given.PolicyKey);

        Assert.Equal((Given.Catalog, Given.Package), (package.ParentId, policy.ParentId));
        var roles = Assert.IsType<AccessPackage>(package.Entity).ResourceRoles.Value;
        Assert.Equal(["group Marketing as member", "group Approvers as owner"], roles.Select(role => role.ToString()));
        var who = Assert.IsType<RequestorScope.Listed>(Assert.IsType<AssignmentPolicy>(policy.Entity).Requestors.Value.Who);
        Assert.Equal(["Marketing", "megan@woodgrove.example"], who.Principals.Select(principal => principal.Name));
    }

    [Fact]
    public async Task What_the_language_has_no_word_for_is_named_in_words()
    {
        var policy = await Company().Actual(Given.PolicyKey);

        Assert.Equal(
            ["2 questions", "an access review", "notifications switched off", "escalation in approval stage 1", "requests on behalf of others"],
            policy.Unmodelled);
    }

    [Fact]
    public async Task Two_things_of_one_name_are_both_read()
    {
        var trial = Company();
        var twin = new AccessPackage { Catalog = Given.CatalogName, Name = Given.PackageName };
        await trial.Create(twin, Given.CatalogHandle);

        Assert.Equal(2, (await trial.Snapshot()).Entities.Count(actual => actual.Entity.Key.Equals(twin.Key)));
    }

    [Fact]
    public async Task A_deleted_principal_keeps_its_id_and_shows_as_dangling()
    {
        var state = Given.Company();
        state["users"]?.AsArray().RemoveAt(1);
        state["assignments"]?.AsArray().RemoveAt(1);

        var policy = Assert.IsType<AssignmentPolicy>((await TenantOver(state).Actual(Given.PolicyKey)).Entity);

        var approval = Assert.IsType<Approval.Required>(policy.Approval.Value);
        var fallback = Assert.IsType<Subject.Principal>(Assert.Single(approval.Stages[0].Fallback));
        Assert.True(fallback.Who.IsDangling);
        Assert.Equal(Given.Isaiah.Id, fallback.Who.Id);
    }

    [Fact]
    public async Task Assignments_that_have_ended_are_not_read()
    {
        var assignments = await Company().Tenant.ReadAssignmentsAsync([Given.Package], CancellationToken.None);

        var only = Assert.Single(assignments);
        Assert.Equal((Given.Package, Given.Megan.Id, "megan"), (only.PackageId, only.TargetId, only.TargetName));
        Assert.Equal("cccccccc-0000-4000-8000-000000000005", only.PolicyId);
    }

    [Fact]
    public async Task Reading_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Company().Tenant.ReadAsync(cancelled.Token));
    }
}
