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
        Assert.Equal(13, whole.Entities.Count);
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
        Assert.Equal(["group Marketing as Member", "group Approvers as Owner"], roles.Select(role => role.ToString()));
        var who = Assert.IsType<RequestorScope.Listed>(Assert.IsType<AssignmentPolicy>(policy.Entity).Requestors.Value.Who);
        Assert.Equal(["Marketing", "megan@woodgrove.example"], who.Principals.Select(principal => principal.Name));
    }

    [Fact]
    public async Task What_a_tenant_holds_has_a_word()
    {
        var snapshot = await Company().Snapshot();

        Assert.All(snapshot.Entities, actual => Assert.Empty(actual.Unmodelled));
        var policy = Assert.IsType<AssignmentPolicy>(snapshot.Entities.Single(actual => actual.Entity.Key.Equals(Given.PolicyKey)).Entity);
        Assert.Equal(new Callout(CalloutStage.RequestCreated, Given.Notify), Assert.Single(policy.Callouts.Value));
        Assert.Equal("Notify", policy.Callouts.Value[0].Run.Name);
        Assert.Equal(["Cost centre?", "Where?"], policy.Questions.Value.Select(question => question.Text));
        Assert.Equal(new Localization { Language = "de-DE", Text = "Kostenstelle?" }, Assert.Single(policy.Questions.Value[0].Localizations));
        Assert.Equal(Cadence.Quarter, Assert.IsType<Review.Recurring>(policy.Review.Value).Every);
        Assert.IsType<Escalation.After>(Assert.IsType<Approval.Required>(policy.Approval.Value).Stages[0].Escalation);
    }

    [Fact]
    public async Task Everything_is_read_the_same_where_the_service_refuses_what_nobody_documents()
    {
        var strict = Company(options => options with { OpenQuestions = new() { IncompatiblesInLists = Reconciler.Emulator.Behaving.ListedExpansion.Refused }, RefusesSponsorsInLists = true, NestedPageSize = 1 });

        Assert.Equal(await Company().Snapshot(), await strict.Snapshot());
    }

    [Fact]
    public async Task What_is_named_from_a_catalog_that_is_not_read_bears_its_name_and_its_catalogs()
    {
        var part = new TenantPart(new Scope { Catalogs = [Given.CatalogName] });
        var snapshot = await Company().Tenant.ReadAsync(part, CancellationToken.None);

        Assert.Empty(snapshot.Gaps);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity.Key.CatalogName == Catalog.BuiltInName);
        Assert.DoesNotContain(snapshot.Entities, actual => actual.Entity is Settings or TenantRoles);
        var package = snapshot.Entities.Select(actual => actual.Entity).OfType<AccessPackage>().Single(package => package.Name == Given.PackageName);
        Assert.Equal(["access package General / Newcomer", "group Twins"], package.IncompatibleWith.Value.Select(other => other.ToString()));
        var organizations = snapshot.Entities.Select(actual => actual.Entity).OfType<ConnectedOrganization>().ToList();
        Assert.Equal(["Fabrikam", "Contoso"], organizations.Select(organization => organization.Name));
        Assert.All(organizations, organization => Assert.False(organization.Sponsors.IsWritten));
    }

    [Fact]
    public async Task Of_organizations_in_the_scope_the_sponsors_are_read()
    {
        var part = new TenantPart(new Scope { Organizations = ["fabrikam"], TenantRoles = true });
        var snapshot = await Company().Tenant.ReadAsync(part, CancellationToken.None);

        var organizations = snapshot.Entities.Select(actual => actual.Entity).OfType<ConnectedOrganization>().ToList();
        Assert.Equal([Given.Megan], organizations[0].Sponsors.Value.Internal.Value);
        Assert.Equal([Given.Ana], organizations[0].Sponsors.Value.External.Value);
        Assert.False(organizations[1].Sponsors.IsWritten);
        var roles = Assert.Single(snapshot.Entities.Select(actual => actual.Entity).OfType<TenantRoles>());
        Assert.Equal([Given.Approvers], roles.CatalogCreators.Value);
        Assert.Empty(roles.ConnectedOrganizationAdministrators.Value);
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Company().Tenant.ReadAsync(TenantPart.Whole, cancelled.Token));
    }
}
