using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    public static TheoryData<int> EveryItem => [.. Enumerable.Range(0, Items.Length)];

    private static (Handle Target, ListItem Item)[] Items =>
    [
        (Given.CatalogHandle, Resource(Given.Odd)),
        (Given.CatalogHandle, new ListItem.ResourceOf(new CatalogResource { Resource = Given.EuropeanSite, Geo = Given.Europe })),
        (Given.PackageHandle, Role(Given.Payroll, new Role.Named("Reader"))),
        (Given.PackageHandle, Role(Given.Privileged, new Role.OfGroup(GroupRole.EligibleOwner))),
        (Given.PackageHandle, new ListItem.Incompatible(Given.Reader)),
        (Given.PackageHandle, new ListItem.Incompatible(Given.Odd)),
        (Given.CatalogHandle, new ListItem.RoleHolder(EntitlementRole.CatalogReader, Given.Robot)),
        (Given.TenantRolesHandle, new ListItem.RoleHolder(EntitlementRole.ConnectedOrganizationAdministrator, Given.Isaiah)),
        (Given.OrganizationHandle, new ListItem.Sponsor(SponsorKind.Internal, Given.Approvers)),
        (Given.OrganizationHandle, new ListItem.Sponsor(SponsorKind.External, Given.OHara)),
    ];

    [Theory]
    [MemberData(nameof(EveryItem))]
    public async Task An_item_is_added_once_and_removed_once_however_often_it_is_asked_for(int index)
    {
        var trial = Company();
        var (target, item) = Items[index];
        var before = await trial.Snapshot();

        var id = await trial.Write(new TenantWrite.AddItem(target, item));
        var added = await trial.Snapshot();
        Assert.NotEqual(before, added);
        var id2 = await trial.Write(new TenantWrite.AddItem(target, item));

        // A request can be taken without a word about what it made.
        Assert.Equal(id ?? id2, id2);
        Assert.Equal(added, await trial.Snapshot());

        await trial.Write(new TenantWrite.RemoveItem(target, item));
        await trial.Write(new TenantWrite.RemoveItem(target, item));
        Assert.Equal(before, await trial.Snapshot());
    }

    [Fact]
    public void Every_sort_of_item_is_tried() =>
        Assert.Equal(
            typeof(ListItem).GetNestedTypes().Select(type => type.Name).Order(),
            Items.Select(entry => entry.Item.GetType().Name).Distinct().Order());
}
