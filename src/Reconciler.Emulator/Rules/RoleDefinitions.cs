using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>The roles of entitlement management, whose ids are the same in every tenant (contract 3).</summary>
internal static class RoleDefinitions
{
    public static readonly IReadOnlyList<Entity> All =
    [
        Definition("ae79f266-94d4-4dab-b730-feca7e132178", "Catalog owner", "microsoft.entitlementManagement/allEntities/allTasks"),
        Definition("44272f93-9762-48e8-af59-1b5351b1d6b3", "Catalog reader", "microsoft.entitlementManagement/allEntities/Read"),
        Definition("7f480852-ebdc-47d4-87de-0d8498384a83", "AccessPackages manager", "microsoft.entitlementManagement/AccessPackage/allTasks"),
        Definition("e2182095-804a-4656-ae11-64734e9b7ae5", "AccessPackage assignment manager", "microsoft.entitlementManagement/AccessPackageAssignment/allTasks"),
        Definition(CatalogCreator, "Catalog creator", "microsoft.entitlementManagement/AccessPackageCatalog/Create"),
        Definition(OrganizationAdministrator, "Connected organization administrator", "microsoft.entitlementManagement/ConnectedOrganization/allTasks"),
    ];

    private const string CatalogCreator = "ba92d953-d8e0-4e39-a797-0cbedb0a89e8";
    private const string OrganizationAdministrator = "e65cf63f-9cc2-4b48-8871-cb667e9d90fb";

    /// <summary>Observed: the list leaves out the last one, which is there all the same.</summary>
    public static IEnumerable<Entity> Listed => All.Where(definition => !definition.HasId(OrganizationAdministrator));

    public static bool IsOfTenant(Entity definition) => definition.HasId(CatalogCreator) || definition.HasId(OrganizationAdministrator);

    private static Entity Definition(string id, string name, string action) => new(Names.RoleDefinition, new JsonObject
    {
        ["id"] = id,
        ["displayName"] = name,
        ["description"] = name,
        ["isBuiltIn"] = true,
        ["isEnabled"] = true,
        ["resourceScopes"] = new JsonArray("/"),
        ["rolePermissions"] = new JsonArray(new JsonObject { ["allowedResourceActions"] = new JsonArray(action) }),
        ["templateId"] = id,
        ["version"] = "1.0",
    });
}
