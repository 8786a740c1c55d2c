namespace Reconciler.Entitlements;

/// <summary>Who holds the roles of entitlement management that are the tenant's own (contract 3). There is one of it.</summary>
public sealed record TenantRoles : Entity
{
    public Setting<EquatableArray<Reference>> CatalogCreators { get; init; }

    public Setting<EquatableArray<Reference>> ConnectedOrganizationAdministrators { get; init; }

    protected override EntityKey MakeKey() => EntityKey.TenantRoles;
}
