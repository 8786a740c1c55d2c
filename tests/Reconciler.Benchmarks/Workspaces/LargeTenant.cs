using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>An embedded tenant that somebody filled by hand: catalogs with groups, each package with two of their roles and one policy.</summary>
internal static class LargeTenant
{
    private const int PerCatalog = 500;

    private const int Groups = 40;

    private const string When = "2026-01-05T10:00:00Z";

    /// <summary>Writes it into a workspace that declares nothing of it; the workspace's folder.</summary>
    public static string Write(int packages)
    {
        var folder = Path.Combine(Checkout.Artifacts, $"tenant-{packages}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, ".reconciler", "demo"));
        File.WriteAllText(Path.Combine(folder, "reconciler.yaml"), "version: 1\ntenants: { demo: { adapter: embedded } }\n");
        File.WriteAllText(Path.Combine(folder, ".reconciler", "demo", "tenant.json"), State(packages).ToJsonString());
        return folder;
    }

    private static JsonObject State(int packages) => new()
    {
        ["format"] = "reconciler-tenant",
        ["version"] = 1,
        ["organization"] = new JsonObject { ["id"] = Id(9, 1), ["displayName"] = "Woodgrove Bank", ["domain"] = "woodgrove.example" },
        ["groups"] = new JsonArray([.. Enumerable.Range(0, Groups).Select(n => new JsonObject { ["id"] = Id(1, n), ["displayName"] = $"Team {n}", ["securityEnabled"] = true })]),
        ["settings"] = new JsonObject { ["id"] = "singleton", ["durationUntilExternalUserDeletedAfterBlocked"] = "P30D", ["externalUserLifecycleAction"] = "none" },
        ["catalogs"] = new JsonArray([General(), .. Enumerable.Range(0, (packages + PerCatalog - 1) / PerCatalog).Select(n => CatalogOf(n, Math.Min(PerCatalog, packages - (n * PerCatalog))))]),
        ["resourceRequests"] = new JsonArray(),
        ["assignments"] = new JsonArray(),
    };

    private static JsonObject General() => new() { ["id"] = Id(2, 99_999), ["displayName"] = "General", ["catalogType"] = "serviceDefault", ["state"] = "published", ["isExternallyVisible"] = true };

    private static JsonObject CatalogOf(int catalog, int packages) => new()
    {
        ["id"] = Id(2, catalog),
        ["displayName"] = $"Department {catalog}",
        ["description"] = "What the department works with",
        ["catalogType"] = "userManaged",
        ["state"] = "published",
        ["isExternallyVisible"] = false,
        ["resources"] = new JsonArray([.. Enumerable.Range(0, Groups).Select(n => new JsonObject { ["id"] = Id(3, (catalog * Groups) + n), ["originId"] = Id(1, n) })]),
        ["accessPackages"] = new JsonArray([.. Enumerable.Range(0, packages).Select(n => Package((catalog * PerCatalog) + n))]),
    };

    private static JsonObject Package(int package) => new()
    {
        ["id"] = Id(4, package),
        ["displayName"] = $"Package {package}",
        ["description"] = "Access for a project, approved by the manager",
        ["isHidden"] = false,
        ["createdDateTime"] = When,
        ["modifiedDateTime"] = When,
        ["resourceRoleScopes"] = new JsonArray(Role("Member", package % Groups), Role("Owner", (package + 1) % Groups)),
        ["assignmentPolicies"] = new JsonArray(Policy(package)),
    };

    private static JsonObject Role(string role, int group) => new() { ["role"] = new JsonObject { ["originId"] = $"{role}_{Id(1, group)}" } };

    private static JsonObject Policy(int package) => new()
    {
        ["id"] = Id(5, package),
        ["displayName"] = "Employees",
        ["description"] = "Every employee",
        ["allowedTargetScope"] = "allMemberUsers",
        ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = $"P{30 + (package % 300)}D" },
        ["requestorSettings"] = new JsonObject { ["enableTargetsToSelfAddAccess"] = true, ["enableTargetsToSelfUpdateAccess"] = true, ["enableTargetsToSelfRemoveAccess"] = true },
        ["requestApprovalSettings"] = new JsonObject
        {
            ["isApprovalRequiredForAdd"] = true,
            ["isRequestorJustificationRequired"] = true,
            ["stages"] = new JsonArray(new JsonObject
            {
                ["durationBeforeAutomaticDenial"] = "P7D",
                ["isApproverJustificationRequired"] = true,
                ["primaryApprovers"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.requestorManager", ["managerLevel"] = 1 }),
                ["fallbackPrimaryApprovers"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.groupMembers", ["groupId"] = Id(1, package % Groups) }),
            }),
        },
        ["createdDateTime"] = When,
        ["modifiedDateTime"] = When,
    };

    private static string Id(int kind, int number) => $"{kind:d8}-0000-4000-8000-{number:d12}";
}
