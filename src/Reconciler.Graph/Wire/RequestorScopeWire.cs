using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>The people a policy is open to, as Graph writes them (contract 7.2).</summary>
internal static class RequestorScopeWire
{
    private const string Scope = "allowedTargetScope";
    private const string Targets = "specificAllowedTargets";
    private const string Nobody = "notSpecified";
    private const string Listed = "specificDirectoryUsers";

    private static readonly (Population Population, string Literal)[] Populations =
    [
        (Population.Nobody, Nobody),
        (Population.AnyMember, "allMemberUsers"),
        (Population.AnyUser, "allDirectoryUsers"),
        (Population.AnyExternalUser, "allExternalUsers"),
    ];

    public static RequestorScope ToScope(JsonObject policy, DirectoryNames names)
    {
        var literal = policy.Text(Scope) ?? Nobody;
        foreach (var (population, documented) in Populations)
        {
            if (literal.Means(documented))
            {
                return new RequestorScope.Everyone(population);
            }
        }

        var targets = policy.Items(Targets).ToList();
        var principals = targets.Select(subject => SubjectSetWire.ToReference(subject, names)).OfType<Reference>().ToEquatableArray();
        return literal.Means(Listed) && principals.Count == targets.Count
            ? new RequestorScope.Listed(principals)
            : new RequestorScope.Unmodelled(Words(literal, targets));
    }

    public static void Overlay(JsonObject policy, RequestorScope wanted)
    {
        switch (wanted)
        {
            case RequestorScope.Everyone everyone:
                policy[Scope] = Populations.First(entry => entry.Population == everyone.Population).Literal;
                policy[Targets] = new JsonArray();
                break;
            case RequestorScope.Listed listed:
                policy[Scope] = Listed;
                policy[Targets] = SubjectSetWire.Overlay(policy[Targets] as JsonArray, listed.Principals.Select(SubjectSetWire.From));
                break;
            case RequestorScope.Unmodelled when policy[Scope] is not null:
                break;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }

    private static string Words(string literal, List<JsonObject> targets) => literal switch
    {
        _ when Rule(targets) is { } rule => $"automatic: {rule}",
        _ when literal.Means(Listed) => "listed: " + string.Join(", ", targets.Select(Subject)),
        _ when literal.Means("specificConnectedOrganizationUsers") => WireJson.Count(targets.Count, "listed organization"),
        _ when literal.Means("allConfiguredConnectedOrganizationUsers") => "any configured organization",
        _ when literal.Means("specificDirectoryServicePrincipals") => WireJson.Count(targets.Count, "listed service principal"),
        _ when literal.Means("allDirectoryServicePrincipals") => "any service principal",
        _ when literal.Means("allDirectoryAgentIdentities") => "any agent identity",
        _ => $"the scope {literal}",
    };

    private static string? Rule(List<JsonObject> targets) =>
        targets.Select(target => target.Text("membershipRule")).FirstOrDefault(rule => rule is not null);

    private static string Subject(JsonObject target) => target.Text("description") ?? SubjectSetWire.Id(target) ?? target.TypeName();
}
