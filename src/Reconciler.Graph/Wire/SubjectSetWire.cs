using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>A user or group as Graph writes it among subjects (contract 6.1).</summary>
internal static class SubjectSetWire
{
    private const string User = "singleUser";
    private const string Group = "groupMembers";

    /// <summary>The user or group; null for a subject of another type.</summary>
    public static Reference? ToReference(JsonObject subject, DirectoryNames names) => (subject.TypeName(), Id(subject)) switch
    {
        (User, { } id) => names.Of(ReferenceKind.User, id),
        (Group, { } id) => names.Of(ReferenceKind.Group, id),
        _ => null,
    };

    public static string? Id(JsonObject subject) => subject.TypeName() switch
    {
        User => subject.Text("userId"),
        Group => subject.Text("groupId"),
        _ => null,
    };

    public static JsonObject From(Reference who)
    {
        var id = who.Id ?? throw new InvalidOperationException($"{who} has no id yet.");
        var (type, member) = who.Kind == ReferenceKind.User ? (User, "userId") : (Group, "groupId");
        var subject = WireJson.Typed(type);
        subject[member] = id;
        return subject;
    }

    /// <summary>
    /// The wanted subjects: those that are there stay as they are and where they are, with all they hold; new ones follow. Subjects of
    /// one type that need no id are the same when their modelled members are.
    /// </summary>
    public static JsonArray Overlay(JsonArray? there, IEnumerable<JsonObject> wanted)
    {
        var missing = wanted.ToList();
        var kept = new List<JsonNode>();
        foreach (var subject in (there ?? []).OfType<JsonObject>())
        {
            if (missing.FindIndex(candidate => IsSame(subject, candidate)) is >= 0 and var index)
            {
                missing.RemoveAt(index);
                kept.Add(subject.DeepClone());
            }
        }

        return new JsonArray([.. kept, .. missing]);
    }

    private static bool IsSame(JsonObject there, JsonObject wanted) =>
        there.TypeName().Means(wanted.TypeName())
        && string.Equals(Id(there), Id(wanted), StringComparison.OrdinalIgnoreCase)
        && (there.Whole(SubjectWire.Level) ?? 1) == (wanted.Whole(SubjectWire.Level) ?? 1);
}
