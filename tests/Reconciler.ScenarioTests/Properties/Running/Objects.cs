using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>The objects of a tenant's state by their ids, each with its own members and without what lives in it.</summary>
internal sealed class Objects
{
    private readonly Dictionary<string, StateObject> _byId = [];

    public Objects(World world)
    {
        State = world.State;
        foreach (var organization in Items(State, "connectedOrganizations"))
        {
            Add(EntityKind.ConnectedOrganization, organization, null);
        }

        foreach (var catalog in Items(State, "catalogs"))
        {
            Add(EntityKind.Catalog, catalog, null, "accessPackages", "customWorkflowExtensions");
            foreach (var extension in Items(catalog, "customWorkflowExtensions"))
            {
                Add(EntityKind.CustomExtension, extension, catalog);
            }

            foreach (var package in Items(catalog, "accessPackages"))
            {
                Add(EntityKind.AccessPackage, package, catalog, "assignmentPolicies");
                foreach (var policy in Items(package, "assignmentPolicies"))
                {
                    Add(EntityKind.AssignmentPolicy, world.Policy(Id(policy)), package);
                }
            }
        }
    }

    public JsonObject State { get; }

    public IEnumerable<StateObject> All => _byId.Values;

    /// <summary>Who holds a role of entitlement management: the role, where, and who, in one line each.</summary>
    public IReadOnlySet<string> RoleHolders(string? scope) => Items(State, "roleAssignments").Where(a => scope is null || $"{a["appScopeId"]}".EndsWith(scope, StringComparison.OrdinalIgnoreCase))
        .Select(a => $"{a["roleDefinitionId"]} at {a["appScopeId"]}: {a["principalId"]}").ToHashSet(StringComparer.OrdinalIgnoreCase);

    public StateObject? Find(string id) => _byId.GetValueOrDefault(id);

    public static IEnumerable<JsonObject> Items(JsonNode? owner, string member) => ((owner as JsonObject)?[member] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Without what says nothing: nulls and empty lists, which a service may leave out or spell out.</summary>
    public static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject owner => new JsonObject(owner.Select(m => KeyValuePair.Create(m.Key, Plain(m.Value))).Where(m => m.Value is not null and not JsonArray { Count: 0 })),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };

    public static bool Same(JsonNode? before, JsonNode? after) => JsonNode.DeepEquals(Plain(before), Plain(after)) || (IsNothing(before) && IsNothing(after));

    public static string Id(JsonNode? node) => $"{node?["id"]}";

    private static bool IsNothing(JsonNode? node) => node is null or JsonArray { Count: 0 };

    private void Add(EntityKind kind, JsonObject full, JsonObject? parent, params string[] children)
    {
        var own = (JsonObject)full.DeepClone();
        foreach (var member in children.Append("@odata.context"))
        {
            own.Remove(member);
        }

        // What it names an organization by is that one's name now, whoever renamed it (contract 6.1).
        foreach (var target in Items(own, "specificAllowedTargets").Where(target => target.ContainsKey("connectedOrganizationId")))
        {
            target.Remove("description");
        }

        // The emulator's own notes of when something was done, by which it is slow.
        foreach (var noted in Items(own, "resources").Append(own))
        {
            noted.Remove("acceptedDateTime");
            noted.Remove("lastRevokedDateTime");
        }

        // A policy shows what it calls as that is now: it only says which one it is.
        foreach (var called in Items(own, "customExtensionStageSettings").Select(setting => setting["customExtension"]).OfType<JsonObject>())
        {
            foreach (var member in called.Select(m => m.Key).Where(key => key is not ("id" or "@odata.type")).ToList())
            {
                called.Remove(member);
            }
        }

        _byId.Add(Id(full), new StateObject(kind, Id(full), parent is null ? null : Id(parent), own));
    }
}

/// <summary>One object of a state.</summary>
internal sealed record StateObject(EntityKind Kind, string Id, string? ParentId, JsonObject Own)
{
    public string Name => $"{Own["displayName"]}";
}
