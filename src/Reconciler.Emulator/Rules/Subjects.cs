using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>The people, groups and organizations that a value names in its subject sets, at any depth (contract 6.1).</summary>
internal static class Subjects
{
    public static IEnumerable<NamedSubject> NamedBy(JsonNode? value, string place = "") => value switch
    {
        JsonArray elements => elements.SelectMany((element, index) => NamedBy(element, $"{place}/{index}")),
        JsonObject holder => Own(holder, place).Concat(holder.SelectMany(member => NamedBy(member.Value, $"{place}/{member.Key}"))),
        _ => [],
    };

    public static string? TypeOf(JsonNode? subjectSet) =>
        subjectSet is JsonObject holder && Finding.Text(holder, "@odata.type") is { } name ? TypeTable.FromWire(name) : null;

    private static IEnumerable<NamedSubject> Own(JsonObject holder, string place)
    {
        (string Member, string TypeName)? named = TypeOf(holder) switch
        {
            "singleUser" => ("userId", Names.User),
            "groupMembers" => ("groupId", Names.Group),
            "connectedOrganizationMembers" => ("connectedOrganizationId", Names.ConnectedOrganization),
            "singleServicePrincipal" => ("servicePrincipalId", Names.ServicePrincipal),
            _ => null,
        };
        return named is { } one ? [new(one.TypeName, Finding.Text(holder, one.Member), $"{place}/{one.Member}")] : [];
    }
}

/// <summary>One object that a subject set names, and where it does.</summary>
internal sealed record NamedSubject(string TypeName, string? Id, string Place)
{
    public bool IsNamed(Entity entity) => entity.Type == TypeName && Id is not null && entity.HasId(Id);
}
