using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Somebody with an id as Graph writes them among subjects (contract 6.1).</summary>
internal static class SubjectSetWire
{
    private static readonly (ReferenceKind Kind, string Type, string Member)[] Types =
    [
        (ReferenceKind.User, "singleUser", "userId"),
        (ReferenceKind.Group, "groupMembers", "groupId"),
        (ReferenceKind.Organization, "connectedOrganizationMembers", "connectedOrganizationId"),
        (ReferenceKind.ServicePrincipal, "singleServicePrincipal", "servicePrincipalId"),
    ];

    /// <summary>Who is named; null for a subject that names nobody.</summary>
    public static Reference? ToReference(WireValue subject)
    {
        var name = subject.TypeName();
        var known = Array.FindIndex(Types, type => name.Means(type.Type));
        return known >= 0 && subject.Text(Types[known].Member) is { } id ? ById.Of(subject, Types[known].Kind, id) : null;
    }

    /// <summary>The id of who is named, where the directory knows it.</summary>
    public static string? DirectoryId(WireValue subject) =>
        ToReference(subject) is { } who && who.Kind.IsOfDirectory() ? who.Id : null;

    public static JsonObject From(Reference who)
    {
        var (_, type, member) = Types.First(known => known.Kind == who.Kind);
        var subject = WireJson.Typed(type);
        subject[member] = who.Id ?? throw new InvalidOperationException($"{who} has no id yet.");
        return subject;
    }
}
