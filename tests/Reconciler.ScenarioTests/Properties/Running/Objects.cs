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
        foreach (var catalog in Items(State, "catalogs"))
        {
            Add(EntityKind.Catalog, catalog, null, "accessPackages");
            foreach (var package in Items(catalog, "accessPackages"))
            {
                Add(EntityKind.AccessPackage, package, catalog, "assignmentPolicies");
                foreach (var policy in Items(package, "assignmentPolicies"))
                {
                    Add(EntityKind.AssignmentPolicy, world.Policy(Id(policy)), package, null);
                }
            }
        }
    }

    public JsonObject State { get; }

    public IEnumerable<StateObject> All => _byId.Values;

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

    private void Add(EntityKind kind, JsonObject full, JsonObject? parent, string? children)
    {
        var own = (JsonObject)full.DeepClone();
        own.Remove(children ?? "");
        own.Remove("@odata.context");
        _byId.Add(Id(full), new StateObject(kind, Id(full), parent is null ? null : Id(parent), own));
    }
}

/// <summary>One object of a state.</summary>
internal sealed record StateObject(EntityKind Kind, string Id, string? ParentId, JsonObject Own)
{
    public string Name => $"{Own["displayName"]}";
}
