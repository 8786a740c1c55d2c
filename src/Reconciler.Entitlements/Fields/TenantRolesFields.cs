using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.TenantRoles>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="TenantRoles"/>.</summary>
internal static class TenantRolesFields
{
    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.TenantRoles,
        Keyword = "TenantRoles",
        Doc = "Who holds the roles of entitlement management that are the tenant's own. They can't be deleted: no longer declaring them lets them go.",
        GraphTypes = ["unifiedRoleAssignment"],
        IsSingle = true,
        Header = [HeaderFields.Only],
        Settings =
        [
            Setting("catalogCreators", nameof(TenantRoles.CatalogCreators), r => r.CatalogCreators, (r, v) => r with { CatalogCreators = v },
                RoleHolders.Row(EntitlementRole.CatalogCreator, "Who may make catalogs, and owns those.", "the catalog creators", "Catalog creators")),
            Setting("connectedOrganizationAdministrators", nameof(TenantRoles.ConnectedOrganizationAdministrators),
                r => r.ConnectedOrganizationAdministrators, (r, v) => r with { ConnectedOrganizationAdministrators = v },
                RoleHolders.Row(
                    EntitlementRole.ConnectedOrganizationAdministrator, "Who may say which organizations are connected.", "the connected organization administrators", "Connected organization administrator")),
        ],
        Blank = _ => new TenantRoles(),
    };
}
