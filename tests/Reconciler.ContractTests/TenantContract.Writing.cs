using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    [Fact]
    public async Task Entities_are_created_parents_first_and_read_back_as_written()
    {
        var trial = Company();
        var catalog = new Catalog { Name = "Sales & Co", Description = "Sells.", Enabled = false, EnabledForExternalUsers = true, Resources = EquatableArray.Create<CatalogResource>([]), Delegates = Nobody };
        var package = new AccessPackage { Catalog = catalog.Name, Name = "Seller", Description = "", Hidden = true, ResourceRoles = EquatableArray.Create<ResourceRole>([]), IncompatibleWith = EquatableArray.Create<Reference>([]) };
        var policy = new AssignmentPolicy
        {
            Catalog = catalog.Name,
            Package = package.Name,
            Name = "Direct",
            Description = "By hand.",
            Requestors = new Requestors { Who = new RequestorScope.Listed([Given.Megan, Given.Marketing]) },
            Approval = new Approval.Required { Stages = [new ApprovalStage { Approvers = [new Subject.Manager(1)], Fallback = [new Subject.Principal(Given.Isaiah)] }] },
            Automatic = new Automatic.ByRequest(new RequestorScope.Listed([Given.Megan, Given.Marketing]), WithoutRequest: false),
            Expiration = new Expiration.After(Duration.OfDays(30)),
            Review = new Review.None(),
            Questions = EquatableArray.Create<Question>([]),
            Notifications = true,
            Callouts = EquatableArray.Create<Callout>([]),
        };

        var catalogHandle = await trial.Create(catalog);
        var packageHandle = await trial.Create(package, catalogHandle);
        await trial.Create(policy, packageHandle);

        Assert.Equal(catalog, (await trial.Actual(catalog.Key)).Entity);
        Assert.Equal(package, (await trial.Actual(package.Key)).Entity);
        var actual = await trial.Actual(policy.Key);
        Assert.Equal(policy, actual.Entity);
        Assert.Empty(actual.Unmodelled);
    }

    private static Delegates Nobody => new()
    {
        Owners = EquatableArray.Create<Reference>([]),
        Readers = EquatableArray.Create<Reference>([]),
        AccessPackageManagers = EquatableArray.Create<Reference>([]),
        AssignmentManagers = EquatableArray.Create<Reference>([]),
    };

    [Fact]
    public async Task Settings_left_out_of_a_new_entity_take_the_tables_defaults()
    {
        var trial = Company();
        await trial.Create(new Catalog { Name = "Sales" });

        var catalog = Assert.IsType<Catalog>((await trial.Actual(EntityKey.Catalog("Sales"))).Entity);

        Assert.Equal((true, false, ""), (catalog.Enabled.Value, catalog.EnabledForExternalUsers.Value, catalog.Description.Value));
    }

    [Fact]
    public async Task Everything_can_be_renamed_and_keeps_its_id()
    {
        var trial = Company();
        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, new AssignmentPolicy { Catalog = Given.CatalogName, Package = Given.PackageName, Name = "Staff" }, Renames: true));
        await trial.Write(new TenantWrite.Update(Given.PackageHandle, new AccessPackage { Catalog = Given.CatalogName, Name = "Subject" }, Renames: true));
        await trial.Write(new TenantWrite.Update(Given.CatalogHandle, new Catalog { Name = "Money" }, Renames: true));

        Assert.Equal(Given.Catalog, (await trial.Actual(EntityKey.Catalog("Money"))).Id);
        Assert.Equal(Given.Package, (await trial.Actual(EntityKey.Package("Money", "Subject"))).Id);
        Assert.Equal(Given.Policy, (await trial.Actual(EntityKey.Policy("Money", "Subject", "Staff"))).Id);

        await trial.Write(new TenantWrite.Update(Given.OrganizationHandle, new ConnectedOrganization { Name = "Fabrikam Inc." }, Renames: true));
        await trial.Write(new TenantWrite.Update(Given.ExtensionHandle, new CustomExtension { Catalog = "Money", Name = "Tell" }, Renames: true));
        Assert.Equal(Given.Fabrikam.Id, (await trial.Actual(EntityKey.Organization("Fabrikam Inc."))).Id);
        Assert.Equal(Given.Notify.Id, (await trial.Actual(EntityKey.Extension("Money", "Tell"))).Id);
    }

    [Fact]
    public async Task The_built_in_catalogs_name_is_never_written()
    {
        var trial = Company();
        var general = new Catalog { Name = Catalog.BuiltInName, Description = "Changed." };
        await trial.Write(new TenantWrite.Update(new Handle(general.Key, Given.General), general, Renames: true));

        Assert.Equal("Allgemein", trial.Emulated.ToState()["catalogs"]?[0]?["displayName"]?.GetValue<string>());
        Assert.Equal("Changed.", Assert.IsType<Catalog>((await trial.Actual(general.Key)).Entity).Description.Value);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_deleting_it_again_is_no_error()
    {
        var trial = Company();
        var catalog = await trial.Create(new Catalog { Name = "Sales" });
        var package = await trial.Create(new AccessPackage { Catalog = "Sales", Name = "Seller" }, catalog);

        var (organization, _) = Newcomers.Of(EntityKind.ConnectedOrganization, "");
        var unneeded = await trial.Create(organization);
        foreach (var handle in (Handle[])[Given.PolicyHandle, package, catalog, Given.ExtensionHandle, unneeded])
        {
            await trial.Write(new TenantWrite.Delete(handle));
            Assert.False(await trial.Has(handle.Key));
            await trial.Write(new TenantWrite.Delete(handle));
        }
    }

    [Fact]
    public async Task What_the_service_refuses_to_delete_is_said_in_its_own_words()
    {
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(new TenantWrite.Delete(Given.CatalogHandle)));

        Assert.Equal((TenantProblem.Refused, 400), (refusal.Problem, refusal.Status));
        Assert.StartsWith("Deleting the catalog \"Finance\" failed: Graph answered 400 ", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.RequestId);
        Assert.Contains($"(request id {refusal.RequestId})", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_of_nothing_writes_nothing()
    {
        var trial = Company();
        var before = trial.Emulated.ToState().ToJsonString();
        await trial.Write(new TenantWrite.Update(Given.CatalogHandle, new Catalog { Name = Given.CatalogName }, Renames: false));

        Assert.Equal(before, trial.Emulated.ToState().ToJsonString());
    }
}
