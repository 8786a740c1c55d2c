using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>
/// Says whether the tenant has a licence that entitlement management needs: one refusal stands for a missing consent and for a missing
/// licence (contract 1.2). Asked once a run; whoever may not ask is told nothing.
/// </summary>
internal sealed class Licences(GraphSender sender)
{
    private const string Path = "subscribedSkus?$select=capabilityStatus,servicePlans";
    private const string EntitlementManagement = "identityGovernance/";

    private readonly Lock _lock = new();
    private Task<string>? _said;

    public static bool MayMatter(GraphCall call, int status) =>
        status == 403 && call.Url.Contains(EntitlementManagement, StringComparison.OrdinalIgnoreCase);

    /// <summary>A sentence with a space before it, or nothing.</summary>
    public Task<string> SayAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            // Of nobody's token: the first who asks may be stopped, and others wait for the same answer.
            _said ??= AskAsync(CancellationToken.None);
        }

        return _said.WaitAsync(cancellationToken);
    }

    private async Task<string> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var attempt = await sender.SendAsync(GraphCall.Get(Path, "reading the licences"), null, 1, cancellationToken);
            return attempt.Answer is { IsSuccess: true } answer && WireNode.Parse(answer.Body.Span) is JsonObject skus ? Sentence(skus) : "";
        }
        catch (Exception unknown) when (unknown is TenantException or JsonException)
        {
            return "";
        }
    }

    private static string Sentence(JsonObject skus) =>
        skus.Items("value").Where(sku => sku.Text("capabilityStatus") is null or "Enabled" or "Warning")
            .SelectMany(sku => sku.Items("servicePlans"))
            .Select(plan => plan.Text("servicePlanName") ?? "")
            .FirstOrDefault(IsEnough) is { } plan
            ? $" The tenant has a licence for it ({plan}), so that it is no matter of licences."
            : " None of the tenant's licences holds Microsoft Entra ID P2 or Microsoft Entra ID Governance, without which nothing of it can be used.";

    private static bool IsEnough(string plan) =>
        plan.Means("AAD_PREMIUM_P2") || plan.Contains("Identity_Governance", StringComparison.OrdinalIgnoreCase);
}
