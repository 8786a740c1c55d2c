using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.ContractTests;

/// <summary>A tenant that is only read: everything that reads works, and nothing that writes gets as far as the tenant.</summary>
public sealed class ReadOnlyTests
{
    private readonly EmulatedTenant _emulated;
    private readonly GraphTenant _tenant;
    private int _writes;

    public ReadOnlyTests()
    {
        var time = new ImpatientTime();
        _emulated = EmulatedTenant.FromState(Given.Company(), new EmulatorOptions { Time = time, NewId = () => Guid.Empty });
        var transport = new ReadOnlyTransport(new EmulatorHandler(_emulated, () => _writes++));
        _tenant = new GraphTenant(new HttpClient(transport) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") }, time);
    }

    public static TheoryData<int> EveryWrite => [.. Enumerable.Range(0, Writes.Length)];

    private static TenantWrite[] Writes =>
    [
        new TenantWrite.Create(new Catalog { Name = "Sales" }, null),
        new TenantWrite.Create(new AccessPackage { Catalog = Given.CatalogName, Name = "Seller" }, Given.CatalogHandle),
        new TenantWrite.Create(new AssignmentPolicy { Catalog = Given.CatalogName, Package = Given.PackageName, Name = "New" }, Given.PackageHandle),
        new TenantWrite.Update(
            new Handle(EntityKey.Settings, null),
            new Settings { ExternalUserLifecycle = new ExternalUserLifecycle { WhenLastAssignmentEnds = LifecycleAction.None } },
            Renames: false),
        new TenantWrite.Update(Given.CatalogHandle, new Catalog { Name = Given.CatalogName, Enabled = false }, Renames: false),
        new TenantWrite.Update(Given.PackageHandle, new AccessPackage { Catalog = Given.CatalogName, Name = "Seller" }, Renames: true),
        new TenantWrite.Update(Given.PolicyHandle, new AssignmentPolicy { Catalog = Given.CatalogName, Package = Given.PackageName, Name = "New" }, Renames: true),
        new TenantWrite.Delete(Given.PolicyHandle),
        new TenantWrite.AddItem(Given.CatalogHandle, Resource(Given.Odd)),
        new TenantWrite.ChangeItem(Given.CatalogHandle, Resource(Given.Marketing)),
        new TenantWrite.RemoveItem(Given.CatalogHandle, Resource(Given.Approvers)),
        new TenantWrite.AddItem(Given.PackageHandle, new ListItem.RoleOf(new ResourceRole { Resource = Given.Marketing, Role = new Role.OfGroup(GroupRole.Owner) })),
        new TenantWrite.RemoveItem(Given.PackageHandle, new ListItem.RoleOf(new ResourceRole { Resource = Given.Marketing })),
        new TenantWrite.AddItem(Given.PackageHandle, new ListItem.Incompatible(Given.Reader)),
        new TenantWrite.RemoveItem(Given.PackageHandle, new ListItem.Incompatible(Given.Newcomer)),
        new TenantWrite.AddItem(Given.CatalogHandle, new ListItem.RoleHolder(EntitlementRole.CatalogOwner, Given.Isaiah)),
        new TenantWrite.RemoveItem(Given.CatalogHandle, new ListItem.RoleHolder(EntitlementRole.CatalogOwner, Given.Megan)),
        new TenantWrite.AddItem(Given.OrganizationHandle, new ListItem.Sponsor(SponsorKind.Internal, Given.Isaiah)),
        new TenantWrite.RemoveItem(Given.OrganizationHandle, new ListItem.Sponsor(SponsorKind.Internal, Given.Megan)),
        new TenantWrite.Create(new DirectAssignment { Catalog = Given.CatalogName, Package = Given.PackageName, User = Given.OHara, Policy = Given.Direct }, Given.PackageHandle),
        new TenantWrite.Update(Given.ExtensionHandle, new CustomExtension { Catalog = Given.CatalogName, Name = "Tell" }, Renames: true),
    ];

    private static ListItem.ResourceOf Resource(Reference resource) =>
        new(new CatalogResource { Resource = resource, Attributes = EquatableArray.Create<RequiredAttribute>([]) });

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task No_write_gets_as_far_as_the_tenant(int write)
    {
        var before = _emulated.ToState().ToJsonString();

        var refusal = await Assert.ThrowsAsync<TenantException>(() => _tenant.WriteAsync(Writes[write], CancellationToken.None));

        Assert.Contains("was not sent: this run only reads", refusal.Message, StringComparison.Ordinal);
        Assert.Equal((0, before), (_writes, _emulated.ToState().ToJsonString()));
    }

    [Fact]
    public void Every_kind_of_write_is_tried() =>
        Assert.Equal(
            typeof(TenantWrite).GetNestedTypes().Select(type => type.Name).Order(),
            Writes.Select(write => write.GetType().Name).Distinct().Order());

    [Fact]
    public async Task Everything_can_be_read()
    {
        var snapshot = await _tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        var resolution = await _tenant.ResolveAsync([Given.Marketing, Given.Marketing with { Id = null }, Given.Megan with { Id = null }], CancellationToken.None);
        var assignments = await _tenant.ReadAssignmentsAsync([Given.Package], CancellationToken.None);

        Assert.Empty(snapshot.Gaps);
        Assert.Single(resolution.Candidates(Given.Megan with { Id = null }));
        Assert.Single(assignments);
    }
}
