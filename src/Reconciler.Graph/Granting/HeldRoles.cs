using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Granting;

/// <summary>
/// Whether roles of entitlement management stand for the permission that an application lacks (contract 1.8, 3). Missing is said only where
/// that is certain: a role may be held by way of a group, and a new catalog belongs to whoever makes it.
/// </summary>
internal sealed class HeldRoles(GraphPages pages, TokenClaims? claims)
{
    private const string Doing = "looking for the roles of the application";
    private readonly Dictionary<string, string> _idsByName = new(NameComparer.Instance);
    private List<JsonObject>? _own;
    private bool _isAsked;
    private bool _isRefused;

    public async Task<Standing> StandingAsync(Need need, CancellationToken cancellationToken)
    {
        if (claims?.PrincipalId is not { } principal || !await ReadAsync(principal, cancellationToken))
        {
            return _isRefused ? Standing.Missing : Standing.Unknown;
        }

        var standings = new List<Standing>();
        foreach (var by in need.By.Where(by => by.Key is not { IsInCatalog: true }))
        {
            standings.Add(await OfTenantAsync(by.Key, principal, cancellationToken));
        }

        foreach (var catalog in need.By.Where(by => by.Key is { IsInCatalog: true }).GroupBy(IdOf))
        {
            standings.Add(await InCatalogAsync(need.Kind, catalog.Key, catalog, principal, cancellationToken));
        }

        return standings.Contains(Standing.Missing) ? Standing.Missing : standings.Contains(Standing.Unknown) ? Standing.Unknown : Standing.Held;
    }

    private async Task<bool> ReadAsync(string principal, CancellationToken cancellationToken)
    {
        if (_isAsked)
        {
            return _own is not null;
        }

        _isAsked = true;
        try
        {
            foreach (var catalog in await pages.ListAsync(GraphPath.Catalogs, Doing, cancellationToken))
            {
                _idsByName[CatalogWire.IsBuiltIn(catalog) ? Catalog.BuiltInName : catalog.Text("displayName") ?? ""] = catalog.Id();
            }

            _own = await pages.ListAsync($"{GraphPath.RoleAssignments}?{OData.Filter($"principalId eq {OData.Literal(principal)}")}", Doing, cancellationToken);
        }
        catch (TenantException refusal) when (!refusal.EndsTheRun)
        {
            // Whoever holds a role somewhere may list the catalogs.
            _isRefused = refusal.Status == GraphRefusal.Forbidden && _idsByName.Count == 0;
        }

        return _own is not null;
    }

    private async Task<Standing> OfTenantAsync(EntityKey? key, string principal, CancellationToken cancellationToken) =>
        key is not { Kind: EntityKind.ConnectedOrganization } ? Standing.Missing
        : Has(EntitlementRole.ConnectedOrganizationAdministrator, null) ? Standing.Held
        : await CanBeByGroupAsync(OfRole(EntitlementRole.ConnectedOrganizationAdministrator), principal, cancellationToken) ? Standing.Unknown
        : Standing.Missing;

    private string? IdOf(NeededBy by) => by.CatalogId ?? _idsByName.GetValueOrDefault(by.Key?.CatalogName ?? "");

    private async Task<Standing> InCatalogAsync(AccessKind kind, string? id, IEnumerable<NeededBy> by, string principal, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            // It is new, and whoever makes one owns it; or it is called otherwise.
            return _own is { Count: > 0 } || await CanBeByGroupAsync(OfRole(EntitlementRole.CatalogCreator), principal, cancellationToken) ? Standing.Unknown : Standing.Missing;
        }

        return by.All(one => Enough(kind, one.Key?.Kind).Any(role => Has(role, id))) ? Standing.Held
            : await CanBeByGroupAsync($"appScopeId eq {OData.Literal(RoleAssignmentWire.ScopeOf(id))}", principal, cancellationToken) ? Standing.Unknown
            : Standing.Missing;
    }

    /// <summary>Whether somebody else holds a role there who may be a group that the application is in.</summary>
    private async Task<bool> CanBeByGroupAsync(string filter, string principal, CancellationToken cancellationToken)
    {
        try
        {
            var url = $"{GraphPath.RoleAssignments}?{OData.Filter(filter)}&$expand=principal";
            return (await pages.ListAsync(url, Doing, cancellationToken))
                .Exists(one => !RoleAssignmentWire.PrincipalId(one).Means(principal) && one["principal"].TypeName() is not ("user" or "servicePrincipal"));
        }
        catch (TenantException refusal) when (!refusal.EndsTheRun)
        {
            return true;
        }
    }

    private static string OfRole(EntitlementRole role) => $"{RoleAssignmentWire.RoleDefinition} eq {OData.Literal(RoleAssignmentWire.IdOf(role))}";

    private bool Has(EntitlementRole role, string? catalogId) => (_own ?? []).Exists(one =>
        RoleAssignmentWire.Is(one, role, claims?.PrincipalId ?? "") && (catalogId is null ? RoleAssignmentWire.IsOfTenant(one) : one.Text("appScopeId").Means(RoleAssignmentWire.ScopeOf(catalogId))));

    private static EntitlementRole[] Enough(AccessKind kind, EntityKind? entity) => (kind, entity) switch
    {
        (AccessKind.ReadManagement, _) => [EntitlementRole.CatalogOwner, EntitlementRole.CatalogReader, EntitlementRole.AccessPackageManager, EntitlementRole.AssignmentManager],
        (not AccessKind.WriteRoles, EntityKind.DirectAssignment) => [EntitlementRole.CatalogOwner, EntitlementRole.AccessPackageManager, EntitlementRole.AssignmentManager],
        (not AccessKind.WriteRoles, EntityKind.AccessPackage or EntityKind.AssignmentPolicy) => [EntitlementRole.CatalogOwner, EntitlementRole.AccessPackageManager],
        _ => [EntitlementRole.CatalogOwner],
    };
}
