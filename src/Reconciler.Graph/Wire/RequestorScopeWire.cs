using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Wire;

/// <summary>The people a policy is open to, as Graph writes them (contract 7.2).</summary>
internal static class RequestorScopeWire
{
    public const string Scope = "allowedTargetScope";
    public const string Targets = "specificAllowedTargets";
    public const string ListedUsers = "specificDirectoryUsers";
    private const string ListedOrganizations = "specificConnectedOrganizationUsers";
    private const string ListedServicePrincipals = "specificDirectoryServicePrincipals";
    private const string Nobody = "notSpecified";

    private static readonly (Population Population, string Literal)[] Populations =
    [
        (Population.Nobody, Nobody),
        (Population.AnyMember, "allMemberUsers"),
        (Population.AnyUser, "allDirectoryUsers"),
        (Population.AnyExternalUser, "allExternalUsers"),
        (Population.AnyConfiguredOrganization, "allConfiguredConnectedOrganizationUsers"),
        (Population.AnyServicePrincipal, "allDirectoryServicePrincipals"),
        (Population.AnyAgentIdentity, "allDirectoryAgentIdentities"),
    ];

    public static RequestorScope ToScope(WireValue policy)
    {
        var literal = policy.Text(Scope) ?? Nobody;
        foreach (var (population, documented) in Populations)
        {
            if (literal.Means(documented))
            {
                return new RequestorScope.Everyone(population);
            }
        }

        var principals = policy.Made(Targets, Principal);
        return IsList(literal) && principals.Count == policy.Count(Targets) && !principals.Exists(who => !LiteralOf(who).Means(literal))
            ? new RequestorScope.Listed(principals)
            : new RequestorScope.Unmodelled(Words(policy, literal, policy.Items(Targets)));
    }

    public static void Overlay(JsonObject policy, RequestorScope wanted, string doing)
    {
        switch (wanted)
        {
            case RequestorScope.Everyone everyone:
                policy[Scope] = Populations.First(entry => entry.Population == everyone.Population).Literal;
                policy[Targets] = new JsonArray();
                break;
            case RequestorScope.Listed listed:
                policy[Scope] = LiteralOf(listed, doing);
                policy[Targets] = WireList.Overlay(
                    policy[Targets], listed.Principals, subject => SubjectSetWire.ToReference(subject), SubjectSetWire.From);
                break;
            case RequestorScope.Unmodelled when policy[Scope] is not null:
                break;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }

    private static Reference? Principal(WireValue target) => target.Once(SubjectSetWire.ToReference);

    private static bool IsList(string literal) => literal.Means(ListedUsers) || literal.Means(ListedOrganizations) || literal.Means(ListedServicePrincipals);

    private static string LiteralOf(RequestorScope.Listed listed, string doing) =>
        listed.Principals.Select(LiteralOf).Distinct().ToList() is [var one]
            ? one
            : throw GraphRefusal.Refused(
                doing, "a policy is open to users and groups, or to connected organizations, or to service principals. Make a policy for each.");

    private static string LiteralOf(Reference who) => who.Kind switch
    {
        ReferenceKind.Organization => ListedOrganizations,
        ReferenceKind.ServicePrincipal => ListedServicePrincipals,
        _ => ListedUsers,
    };

    private static string Words(WireValue policy, string literal, IReadOnlyList<WireValue> targets) => literal switch
    {
        _ when AutomaticWire.RuleOf(policy) is { } rule => AutomaticWire.IsAutomatic(policy) ? $"automatic: {rule}" : $"everybody for whom {rule}",
        _ when literal.Means(ListedUsers) => "listed: " + string.Join(", ", targets.Select(Subject)),
        _ when literal.Means(ListedOrganizations) => WireJson.Count(targets.Count, "listed organization"),
        _ when literal.Means(ListedServicePrincipals) => WireJson.Count(targets.Count, "listed service principal"),
        _ => $"the scope {literal}",
    };

    private static string Subject(WireValue target) => target.Text("description") ?? SubjectSetWire.DirectoryId(target) ?? target.TypeName();
}
