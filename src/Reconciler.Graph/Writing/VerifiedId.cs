using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Guards a requirement that v1.0 does not show and that a write there may drop: one look at beta, before the first change of a policy that
/// was not made in this run (contract 7.1).
/// </summary>
internal sealed class VerifiedId(GraphHttp http, RunMemory memory)
{
    private const string Member = "verifiableCredentialSettings";
    private const int NotImplemented = 501;
    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Fails where a write would lose it and may not. Otherwise says what could not be seen; null where all could.</summary>
    public async Task<string?> CheckAsync(string policyId, bool mayLose, string doing, CancellationToken cancellationToken)
    {
        if (mayLose || memory.IsMade(policyId) || _seen.ContainsKey(policyId))
        {
            return null;
        }

        JsonObject policy;
        try
        {
            policy = await http.GetAsync(Url(policyId), doing, cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == NotImplemented)
        {
            // The embedded tenant has no beta, and nothing to lose there.
            return null;
        }
        catch (TenantException trouble) when (trouble.Status is not null)
        {
            return $"whether the policy asks for a Verified ID could not be seen (Graph's beta answered {trouble.Status}); if it did, it may not any more";
        }

        if (IsSet(policy[Member]))
        {
            throw GraphRefusal.Refused(
                doing, "the policy asks for a Verified ID, which only Graph's beta shows, and a change could drop that. Pass --allow lose:verified-id to change it all the same.");
        }

        _seen[policyId] = true;
        return null;
    }

    private string Url(string policyId) =>
        new Uri(http.Root, $"../beta/{GraphPath.Policy(policyId)}?$select=id,{Member}").AbsoluteUri;

    // An empty list of credentials asks for none.
    private static bool IsSet(JsonNode? settings) => settings is JsonObject { Count: > 0 } set
        && set.Any(member => member.Value switch { null => false, JsonArray list => list.Count > 0, _ => member.Key != WireJson.TypeAnnotation });
}
