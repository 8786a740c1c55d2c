using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>What a value is only valid beside: for a path, or for a path with one of its values, what has to stand at another.</summary>
internal static class Needs
{
    private static readonly JsonArray Deciders = [new JsonObject { ["group"] = Ground.Deciders }];

    private static readonly JsonObject Approved = new() { ["stages"] = new JsonArray(new JsonObject { ["approvers"] = Deciders.DeepClone() }) };

    private static readonly JsonObject FromOutside = new() { ["who"] = "anyExternalUser" };

    private static readonly JsonObject SiteElsewhere = new() { ["site"] = Ground.SiteOfTheFirstRegion };

    private static readonly (EntityKind Kind, string Path, string Value, string Other, JsonNode? Needed)[] All =
    [
        (EntityKind.AssignmentPolicy, "automatic", "", "requestors", null),
        (EntityKind.AssignmentPolicy, "requestors.", "", "requestors.who", "anyMember"),
        (EntityKind.AssignmentPolicy, "requestors.who", "nobody", "requestors.mayRequest", false),
        (EntityKind.AssignmentPolicy, "requestors", "anyExternalUser", "approval", Approved),
        (EntityKind.AssignmentPolicy, "approval.stages[].escalation", "", "approval.stages[].decideWithin", "14 days"),
        (EntityKind.AssignmentPolicy, "approval", "manager", "approval.stages[].fallback", Deciders),
        (EntityKind.AssignmentPolicy, "approval", "sponsors", "approval.stages[].fallback", Deciders),
        (EntityKind.AssignmentPolicy, "approval", "sponsors", "requestors", FromOutside),
        (EntityKind.AssignmentPolicy, "review", "manager", "review.fallback", Deciders),
        (EntityKind.AssignmentPolicy, "callouts", "BeforeExpiration", "callouts[].run", Ground.OnAssignment),
        (EntityKind.CustomExtension, "endpoint", "", "logicApp", null),
        (EntityKind.Catalog, "resources[].geo", "", "resources[]", SiteElsewhere),
    ];

    /// <summary>Adds to the settings of a row what its value needs. What both values of a row need stands beside both.</summary>
    public static void AddTo(JsonObject settings, MatrixKey key, string values)
    {
        foreach (var need in All.Where(need => need.Kind == key.Table.Kind && key.PlainPath.StartsWith(need.Path, StringComparison.Ordinal) && values.Contains(need.Value, StringComparison.Ordinal)))
        {
            if (!key.PlainPath.StartsWith(need.Other, StringComparison.Ordinal) || need.Other == "resources[]")
            {
                Put(settings, need.Other.Split('.'), need.Needed);
            }
        }
    }

    private static void Put(JsonObject owner, ReadOnlySpan<string> path, JsonNode? needed)
    {
        var (key, isItem) = (path[0].TrimEnd('[', ']'), path[0].EndsWith(']'));
        if (isItem && owner[key] is JsonArray list)
        {
            foreach (var item in list.OfType<JsonObject>())
            {
                PutInside(item, path[1..], needed);
            }
        }
        else if (path.Length > 1 && owner[key] is JsonObject inner)
        {
            Put(inner, path[1..], needed);
        }
        else if (path.Length == 1 && needed is null)
        {
            owner.Remove(key);
        }
        else if (path.Length == 1)
        {
            owner[key] = needed?.DeepClone();
        }
    }

    private static void PutInside(JsonObject item, ReadOnlySpan<string> path, JsonNode? needed)
    {
        if (path.Length > 0)
        {
            Put(item, path, needed);
        }
        else if (needed is JsonObject whole)
        {
            // The resource that an item is about stands inline: another takes its place.
            foreach (var kind in (string[])["group", "application", "site"])
            {
                item.Remove(kind);
            }

            foreach (var (key, value) in whole)
            {
                item[key] = value?.DeepClone();
            }
        }
    }
}
