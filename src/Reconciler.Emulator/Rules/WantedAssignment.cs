using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Rules;

/// <summary>
/// The assignment that a request is about. Its members are those of requests alone, which the metadata does not declare (contract 8).
/// </summary>
internal sealed record WantedAssignment(string? Id, string? TargetId, string? Email, string? PackageId, string? PolicyId)
{
    private const string Member = "assignment";

    private static readonly string[] Known = ["id", "targetId", "target", "accessPackageId", "assignmentPolicyId"];

    /// <summary>The rest of the body, to be checked against the metadata, and the assignment in it.</summary>
    public static (JsonNode? Others, WantedAssignment Wanted) Split(JsonNode? body)
    {
        if (body is not JsonObject || body[Member] is not JsonObject source)
        {
            return (body, new(null, null, null, null, null));
        }

        if (source.Select(member => member.Key).FirstOrDefault(name => !name.Contains('@') && !Known.Contains(name)) is { } unknown)
        {
            throw GraphErrorException.InvalidModel($"/{Member}/{unknown}: a request knows {string.Join(", ", Known)}.");
        }

        if (Known.FirstOrDefault(name => name != "target" && source[name] is not null && source[name]?.GetValueKind() is not JsonValueKind.String) is { } odd)
        {
            throw GraphErrorException.InvalidModel($"/{Member}/{odd}: expected a text.");
        }

        var rest = body.DeepClone() as JsonObject ?? [];
        rest.Remove(Member);
        return (rest, new(
            Finding.Text(source, "id"),
            Finding.Text(source, "targetId"),
            Finding.Text(source["target"] as JsonObject, "email"),
            Finding.Text(source, "accessPackageId"),
            Finding.Text(source, "assignmentPolicyId")));
    }
}
