using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Updates a policy. There is only a PUT, which resets whatever it does not say: so the policy is read, the written settings are
/// replaced inside what was received, and all the rest goes back as it came (contract 7.6).
/// </summary>
internal sealed class PolicyReplacement(GraphHttp http, GraphPages pages)
{
    private const string Expand = "?$expand=accessPackage,customExtensionStageSettings($expand=customExtension)";
    private const string Callouts = "customExtensionStageSettings";
    private const string Questions = "questions";
    private const string Package = "accessPackage";

    public async Task UpdateAsync(Handle target, AssignmentPolicy changes, bool renames, CancellationToken cancellationToken)
    {
        var doing = Doing.To("updating", target.Key);
        var policy = await ReadAsync(GraphPath.Policy(target.RequiredId), doing, cancellationToken);
        ReceivedPolicy.MakeSendable(policy, doing);
        AssignmentPolicyWire.Overlay(policy, changes, renames, doing);
        try
        {
            await http.SendAsync(GraphCall.Put(GraphPath.Policy(target.RequiredId), doing, policy), cancellationToken);
        }
        catch (TenantException trouble) when (IsReviewGone(trouble))
        {
            throw new TenantException(
                TenantProblem.Refused,
                $"{trouble.Message} The access review that the policy refers to was deleted elsewhere, and until it refers to none nothing of it"
                    + " can be changed: declare `review: none`, apply, and then declare the review again.",
                trouble)
            {
                Status = trouble.Status,
                Code = trouble.Code,
                RequestId = trouble.RequestId,
            };
        }
    }

    // The code is empty where it happens (contract 7.6): nothing but the words tells.
    private static bool IsReviewGone(TenantException trouble) =>
        trouble.Status == GraphRefusal.NotFound && trouble.Message.Contains("BusinessFlow", StringComparison.OrdinalIgnoreCase);

    private async Task<JsonObject> ReadAsync(string url, string doing, CancellationToken cancellationToken)
    {
        var policy = await http.GetAsync(url + Expand, doing, cancellationToken);
        await pages.CompleteAsync(policy, doing, cancellationToken);
        if (!policy.ContainsKey(Questions))
        {
            var questions = await http.GetAsync(url + "?$expand=questions", doing, cancellationToken);
            await pages.CompleteAsync(questions, doing, cancellationToken);
            if (questions.ContainsKey(Questions))
            {
                policy[Questions] = questions[Questions]?.DeepClone();
            }
        }

        // Sent back without one of these, the policy would lose it.
        return policy.ContainsKey(Callouts) && policy.ContainsKey(Questions) && policy[Package].Text("id") is not null
            ? policy
            : throw GraphRefusal.Refused(
                doing, "Graph answered the policy without its callouts, questions or access package, and a write would lose them.");
    }
}
