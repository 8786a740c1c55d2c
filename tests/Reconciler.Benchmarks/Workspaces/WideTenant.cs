using System.Text.Json.Nodes;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>The state of a tenant whose policies say what policies of companies say: listed requestors, an approval, an end, some questions and reviews.</summary>
/// <param name="Packages">Access packages, each with two roles; every fourth has a second policy where there are to be <paramref name="Policies"/>.</param>
/// <param name="GroupsEach">Groups that each catalog lists.</param>
internal sealed record WideTenant(int Packages, int Policies, int Catalogs, int GroupsEach)
{
    private const int Users = 2_000;

    private const int RolesEach = 2;

    private const string When = "2026-01-05T10:00:00Z";

    private int PerCatalog => (Packages + Catalogs - 1) / Catalogs;

    /// <summary>How many things are made one by one: catalogs, their resources, packages, their roles, policies.</summary>
    public int Things => Catalogs + (Catalogs * GroupsEach) + (Packages * (1 + RolesEach)) + Policies;

    public JsonObject State() => new()
    {
        ["format"] = "reconciler-tenant",
        ["version"] = 1,
        ["organization"] = new JsonObject { ["id"] = Id(9, 1), ["displayName"] = "Woodgrove Bank", ["domain"] = "woodgrove.example" },
        ["users"] = new JsonArray(
            [.. Numbers(Users).Select(n => new JsonObject { ["id"] = Id(6, n), ["displayName"] = $"Employee {n}", ["userPrincipalName"] = $"employee.{n}@woodgrove.example" })]),
        ["groups"] = new JsonArray([.. Numbers(Catalogs * GroupsEach).Select(n => new JsonObject { ["id"] = Id(1, n), ["displayName"] = $"Team {n}", ["securityEnabled"] = true })]),
        ["settings"] = new JsonObject { ["id"] = "singleton", ["durationUntilExternalUserDeletedAfterBlocked"] = "P30D", ["externalUserLifecycleAction"] = "none" },
        ["catalogs"] = new JsonArray(
        [
            new JsonObject { ["id"] = Id(2, 99_999), ["displayName"] = "General", ["catalogType"] = "serviceDefault", ["state"] = "published", ["isExternallyVisible"] = true },
            .. Numbers(Catalogs).Select(CatalogOf),
        ]),
        ["resourceRequests"] = new JsonArray(),
        ["assignments"] = new JsonArray(),
    };

    /// <summary>The same tenant before anything was made in it.</summary>
    public JsonObject Directory()
    {
        var state = State();
        state["catalogs"] = new JsonArray(state["catalogs"]?[0]?.DeepClone());
        return state;
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    // As random as the service's: what repeats compresses, and ids that count up would make the wire faster than it is.
    private static string Id(int kind, int number) =>
        new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes($"{kind} {number}")).AsSpan(0, 16)).ToString();

    private static JsonObject Typed(string type, string? member = null, JsonNode? value = null)
    {
        var typed = new JsonObject { ["@odata.type"] = "#microsoft.graph." + type };
        if (member is not null)
        {
            typed[member] = value;
        }

        return typed;
    }

    private JsonObject CatalogOf(int catalog) => new()
    {
        ["id"] = Id(2, catalog),
        ["displayName"] = $"Department {catalog}",
        ["description"] = "What the department works with",
        ["catalogType"] = "userManaged",
        ["state"] = "published",
        ["isExternallyVisible"] = false,
        ["resources"] = new JsonArray([.. Numbers(GroupsEach).Select(n => new JsonObject { ["id"] = Id(3, (catalog * GroupsEach) + n), ["originId"] = GroupOf(catalog, n) })]),
        ["accessPackages"] = new JsonArray([.. Numbers(Math.Min(PerCatalog, Packages - (catalog * PerCatalog))).Select(n => Package(catalog, (catalog * PerCatalog) + n))]),
    };

    private string GroupOf(int catalog, int number) => Id(1, (catalog * GroupsEach) + (number % GroupsEach));

    private JsonObject Package(int catalog, int package) => new()
    {
        ["id"] = Id(4, package),
        ["displayName"] = $"Package {package}",
        ["description"] = "Access to what a project needs, approved by the manager, for as long as it lasts",
        ["isHidden"] = false,
        ["createdDateTime"] = When,
        ["modifiedDateTime"] = When,
        ["resourceRoleScopes"] = new JsonArray(Role("Member", GroupOf(catalog, package)), Role("Owner", GroupOf(catalog, package + 1))),
        ["assignmentPolicies"] = new JsonArray([.. Numbers(Policies > Packages && package % 4 == 0 ? 2 : 1).Select(n => Policy(catalog, package, n))]),
    };

    private static JsonObject Role(string role, string group) => new() { ["role"] = new JsonObject { ["originId"] = $"{role}_{group}" } };

    private JsonObject Policy(int catalog, int package, int number) => new()
    {
        ["id"] = Id(5, (package * 2) + number),
        ["displayName"] = number == 0 ? "Employees" : "Leads",
        ["description"] = "Whoever works in the department can ask for it",
        ["allowedTargetScope"] = "specificDirectoryUsers",
        ["specificAllowedTargets"] = new JsonArray(
            Typed("groupMembers", "groupId", GroupOf(catalog, package + 2)), Typed("singleUser", "userId", Id(6, package % Users))),
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
                ["primaryApprovers"] = new JsonArray(Typed("requestorManager", "managerLevel", 1)),
                ["fallbackPrimaryApprovers"] = new JsonArray(Typed("groupMembers", "groupId", GroupOf(catalog, package + 3))),
            }),
        },
        ["reviewSettings"] = package % 3 == 0 ? Review(GroupOf(catalog, package)) : null,
        ["questions"] = package % 5 == 0 ? Questions(package) : new JsonArray(),
        ["createdDateTime"] = When,
        ["modifiedDateTime"] = When,
    };

    private static JsonObject Review(string reviewers) => new()
    {
        ["isEnabled"] = true,
        ["expirationBehavior"] = "removeAccess",
        ["isRecommendationEnabled"] = true,
        ["isReviewerJustificationRequired"] = true,
        ["isSelfReview"] = false,
        ["schedule"] = new JsonObject
        {
            ["startDateTime"] = "2026-01-11T00:00:00Z",
            ["expiration"] = new JsonObject { ["type"] = "afterDuration", ["duration"] = "P14D" },
            ["recurrence"] = new JsonObject
            {
                ["pattern"] = new JsonObject { ["type"] = "absoluteMonthly", ["interval"] = 3 },
                ["range"] = new JsonObject { ["type"] = "noEnd", ["startDate"] = "2026-01-11" },
            },
        },
        ["primaryReviewers"] = new JsonArray(Typed("groupMembers", "groupId", reviewers)),
    };

    private static JsonArray Questions(int package)
    {
        var costs = Typed("accessPackageTextInputQuestion", "text", "Which cost centre pays for it?");
        (costs["id"], costs["sequence"], costs["isRequired"], costs["regexPattern"]) = (Id(7, package * 2), 0, true, "^[0-9]{4}$");
        var where = Typed("accessPackageMultipleChoiceQuestion", "text", "Where do you work?");
        (where["id"], where["sequence"]) = (Id(7, (package * 2) + 1), 1);
        where["choices"] = new JsonArray(new JsonObject { ["actualValue"] = "o", ["text"] = "Oslo" }, new JsonObject { ["actualValue"] = "b", ["text"] = "Bergen" });
        return new JsonArray(costs, where);
    }
}
