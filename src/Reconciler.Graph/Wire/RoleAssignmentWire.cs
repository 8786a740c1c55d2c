using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Who holds a role of entitlement management, as Graph writes it (contract 3).</summary>
internal static class RoleAssignmentWire
{
    public const string RoleDefinition = "roleDefinitionId";
    private const string Principal = "principalId";
    private const string Scope = "appScopeId";
    private const string WholeTenant = "/";

    // The same in every tenant; names can be in any language.
    private static readonly (EntitlementRole Role, string Id)[] Roles =
    [
        (EntitlementRole.CatalogOwner, "ae79f266-94d4-4dab-b730-feca7e132178"),
        (EntitlementRole.CatalogReader, "44272f93-9762-48e8-af59-1b5351b1d6b3"),
        (EntitlementRole.AccessPackageManager, "7f480852-ebdc-47d4-87de-0d8498384a83"),
        (EntitlementRole.AssignmentManager, "e2182095-804a-4656-ae11-64734e9b7ae5"),
        (EntitlementRole.CatalogCreator, "ba92d953-d8e0-4e39-a797-0cbedb0a89e8"),
        (EntitlementRole.ConnectedOrganizationAdministrator, "e65cf63f-9cc2-4b48-8871-cb667e9d90fb"),
    ];

    public static string IdOf(EntitlementRole role) => Roles.First(one => one.Role == role).Id;

    public static string ScopeOf(string catalogId) => $"/AccessPackageCatalog/{catalogId}";

    public static string? PrincipalId(WireValue assignment) => assignment.Text(Principal);

    /// <summary>Whether it holds in the whole tenant rather than in a catalog.</summary>
    public static bool IsOfTenant(WireValue assignment) => (assignment.Text(Scope) ?? assignment.Text("directoryScopeId")) == WholeTenant;

    public static bool Is(WireValue assignment, EntitlementRole role, string principalId) =>
        assignment.Text(RoleDefinition).Means(IdOf(role)) && assignment.Text(Principal).Means(principalId);

    public static JsonObject From(EntitlementRole role, string principalId, string? catalogId) => new()
    {
        [Principal] = principalId,
        [RoleDefinition] = IdOf(role),
        [Scope] = catalogId is null ? WholeTenant : ScopeOf(catalogId),
    };

    public static Delegates ToDelegates(IReadOnlyList<WireValue> assignments) => new()
    {
        Owners = Holders(EntitlementRole.CatalogOwner, assignments),
        Readers = Holders(EntitlementRole.CatalogReader, assignments),
        AccessPackageManagers = Holders(EntitlementRole.AccessPackageManager, assignments),
        AssignmentManagers = Holders(EntitlementRole.AssignmentManager, assignments),
    };

    public static ActualEntity ToTenantRoles(IEnumerable<WireValue> assignments)
    {
        var ofTenant = assignments.Where(IsOfTenant).ToList();
        var entity = new TenantRoles
        {
            CatalogCreators = Holders(EntitlementRole.CatalogCreator, ofTenant),
            ConnectedOrganizationAdministrators = Holders(EntitlementRole.ConnectedOrganizationAdministrator, ofTenant),
        };
        return new ActualEntity(entity, "tenantRoles", null);
    }

    /// <summary>Words for roles that are not those of the table.</summary>
    public static IEnumerable<string> Unmodelled(IReadOnlyList<WireValue> assignments) =>
        assignments.Count(assignment => !Array.Exists(Roles, one => assignment.Text(RoleDefinition).Means(one.Id))) is > 0 and var others
            ? [WireJson.Count(others, "assignment of another role", "assignments of other roles")]
            : [];

    private static EquatableArray<Reference> Holders(EntitlementRole role, IReadOnlyList<WireValue> assignments) =>
        assignments.Where(assignment => assignment.Text(RoleDefinition).Means(IdOf(role)))
            .Where(assignment => assignment.Text(Principal) is not null)
            .DistinctBy(assignment => assignment.Text(Principal), StringComparer.OrdinalIgnoreCase)
            .Select(assignment => ById.Principal(assignment, assignment.Text(Principal) ?? ""))
            .ToEquatableArray();
}
