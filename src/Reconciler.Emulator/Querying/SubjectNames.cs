using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>The display names the service writes into <c>description</c> of subject sets (contract 6.1).</summary>
internal sealed class SubjectNames(TenantStore store)
{
    /// <summary>Null when the value names nobody, or nobody known: dangling ids stay as they are.</summary>
    public string? NameOf(string typeName, JsonObject subjectSet) => typeName switch
    {
        "singleUser" => DisplayName(store.Users, subjectSet["userId"]),
        "groupMembers" => DisplayName(store.Groups, subjectSet["groupId"]),
        _ => null,
    };

    private static string? DisplayName(List<Entity> candidates, JsonNode? id) =>
        id is null ? null : candidates.Find(candidate => candidate.HasId(id.GetValue<string>()))?.Text("displayName");
}
