using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Updates a policy. There is only a PUT, which resets whatever it does not say: so the policy is read, the written settings are
/// replaced inside what was received, and all the rest goes back as it came (contract 7.6).
/// </summary>
internal sealed class PolicyReplacement(GraphHttp http, GraphPages pages, RunMemory memory)
{
    private const int MostTries = 5;
    private const string Expand = "?$expand=accessPackage,customExtensionStageSettings($expand=customExtension)";
    private const string Callouts = "customExtensionStageSettings";
    private const string Questions = "questions";
    private const string Package = "accessPackage";

    private readonly VerifiedId _verifiedId = new(http, memory);

    /// <summary>What people should know about it; null as a rule.</summary>
    public async Task<string?> UpdateAsync(TenantWrite.Update update, AssignmentPolicy changes, CancellationToken cancellationToken)
    {
        var (target, doing) = (update.Target, Doing.To("updating", update.Target.Key));
        var note = await _verifiedId.CheckAsync(target.RequiredId, update.MayLoseVerifiedId, doing, cancellationToken);
        var patience = Patience.ForEffects(http.Time);
        for (var conflicts = 1; ; conflicts++)
        {
            try
            {
                await ReplaceAsync(target, changes, update.Renames, doing, cancellationToken);
                return note;
            }
            catch (TenantException trouble) when (Trouble.IsReviewGone(trouble))
            {
                throw trouble.Saying(
                    "The access review that the policy refers to was deleted elsewhere, and until it refers to none nothing of it"
                    + " can be changed: declare `review: none`, apply, and then declare the review again.");
            }
            catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
            {
                throw trouble.Saying("It has gone since it was planned. Plan again.");
            }
            catch (TenantException trouble) when (trouble.Status == GraphRefusal.Conflict && conflicts < MostTries)
            {
                // Somebody else has written meanwhile: what they wrote is read before it is written over.
                if (!await patience.WaitAsync(cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    private async Task ReplaceAsync(Handle target, AssignmentPolicy changes, bool renames, string doing, CancellationToken cancellationToken)
    {
        var policy = await ReadAsync(GraphPath.Policy(target.RequiredId), doing, cancellationToken);
        ReceivedPolicy.MakeSendable(policy, doing);
        AssignmentPolicyWire.Overlay(policy, changes, renames, doing);
        await http.SendAsync(GraphCall.Put(GraphPath.Policy(target.RequiredId), doing, policy), cancellationToken);
    }

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
