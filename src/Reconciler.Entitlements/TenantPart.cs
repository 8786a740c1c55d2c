namespace Reconciler.Entitlements;

/// <summary>What of a tenant is to be read: a scope, and beside it the catalogs that are named from within it or are known by id under another name.</summary>
public sealed record TenantPart(Scope Scope)
{
    public static TenantPart Whole { get; } = new(Scope.Whole);

    /// <summary>Names of catalogs that are read too.</summary>
    public EquatableArray<string> Catalogs { get; init; } = [];

    /// <summary>Ids of catalogs that are read whatever they are called.</summary>
    public EquatableArray<string> CatalogIds { get; init; } = [];

    /// <summary>Ids of connected organizations that are read whole, whatever they are called.</summary>
    public EquatableArray<string> OrganizationIds { get; init; } = [];

    /// <summary>Whether a connected organization is read with its sponsors.</summary>
    public bool IncludesOrganization(string name, string id) => Scope.Includes(EntityKey.Organization(name)) || OrganizationIds.Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a catalog's content is read. Connected organizations are read in any case: they are few, and policies name them.</summary>
    public bool Includes(string catalog, string id, bool isBuiltIn)
    {
        var name = isBuiltIn ? Catalog.BuiltInName : catalog;

        // A catalog that somebody called General is not the one that is meant by it.
        return Scope.IsWhole || CatalogIds.Contains(id, StringComparer.OrdinalIgnoreCase)
            || ((isBuiltIn || !Catalog.IsBuiltIn(catalog)) && (Scope.Includes(EntityKey.Catalog(name)) || Catalogs.Contains(name, NameComparer.Instance)));
    }
}
