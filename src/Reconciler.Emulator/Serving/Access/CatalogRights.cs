using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>
/// What somebody without a grant for all of entitlement management may do by the roles they hold in catalogs (contract 1.8, 3): every role
/// sees its catalog and what is in it; what it writes there is its own.
/// </summary>
internal sealed class CatalogRights(TenantStore store, Caller caller)
{
    private readonly List<(string Role, string Scope)> _held = [.. HeldBy(store, caller)];
    private readonly CatalogOf _catalogs = new(store);

    /// <summary>Whether a list may show it: what belongs to no catalog is shown to whoever may ask at all.</summary>
    public bool Sees(Entity entity) => _catalogs.Belongs(entity) is not { } belongs || RolesIn(belongs.CatalogId).Any();

    public bool Allow(GraphRequest request, IReadOnlyList<string> segments)
    {
        if (_held.Count == 0)
        {
            return false;
        }

        var collection = segments.Count > 2 ? segments[2] : "";
        var reads = request.Method == HttpMethod.Get;
        if (segments.Count > 3)
        {
            return _catalogs.At(collection, segments[3]) is { } there
                ? RolesIn(there).Any(role => reads || CatalogRoles.Writes(role, collection))
                : reads && CatalogRoles.IsForEverybody(collection);
        }

        if (reads)
        {
            return CatalogRoles.IsForEverybody(collection) || CatalogRoles.HasLists(collection);
        }

        return _catalogs.Named(collection, request.Body as JsonObject) is { } named
            ? RolesIn(named).Any(role => CatalogRoles.Writes(role, collection))
            : _held.Exists(held => held.Scope == RoleScopes.Tenant && CatalogRoles.Writes(held.Role, collection));
    }

    private IEnumerable<string> RolesIn(string? catalogId) =>
        _held.Where(held => string.Equals(held.Scope, CatalogOf.Prefix + catalogId, StringComparison.OrdinalIgnoreCase)).Select(held => held.Role);

    private static IEnumerable<(string Role, string Scope)> HeldBy(TenantStore store, Caller caller)
    {
        if (caller.PrincipalId is not { } principal)
        {
            return [];
        }

        var groups = store.Groups.Where(group => group.Links(Names.GroupMembers).Contains(principal, StringComparer.OrdinalIgnoreCase)).Select(group => group.Id);
        var all = groups.Append(principal).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return store.RoleAssignments
            .Where(assignment => all.Contains(assignment.Text("principalId") ?? ""))
            .Select(assignment => (assignment.Text("roleDefinitionId") ?? "", assignment.Text("appScopeId") ?? ""));
    }
}
