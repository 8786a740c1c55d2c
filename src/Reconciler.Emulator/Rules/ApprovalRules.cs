using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>The stages of an approval: how many, who decides, and when somebody else does (contract 6.1, 7.4).</summary>
internal static class ApprovalRules
{
    private const string Place = "/requestApprovalSettings/stages";
    private const int MostStages = 3;

    private static readonly TimeSpan ShortestEscalation = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestDenialWithEscalation = TimeSpan.FromDays(4);

    private static readonly string[] ApproverLists = ["primaryApprovers", "fallbackPrimaryApprovers", "escalationApprovers", "fallbackEscalationApprovers"];

    // Subject sets that say who may ask, not who may decide.
    private static readonly string?[] NoApprovers = ["attributeRuleMembers", "connectedOrganizationMembers", "singleServicePrincipal"];

    public static void Check(JsonObject? approval)
    {
        var stages = approval?["stages"] as JsonArray ?? [];
        if (stages.Count > MostStages)
        {
            throw GraphErrorException.InvalidModel($"{Place}: a policy has at most {MostStages} stages, not {stages.Count}.");
        }

        var isRequired = PolicyRules.IsTrue(approval, "isApprovalRequiredForAdd") || PolicyRules.IsTrue(approval, "isApprovalRequiredForUpdate");
        if (isRequired != stages.Count > 0)
        {
            var conflict = isRequired ? "approval is required, so there must be stages" : "there are stages, but approval is not required";
            throw GraphErrorException.InvalidModel($"{Place}: {conflict}.");
        }

        foreach (var (stage, index) in stages.OfType<JsonObject>().Select((stage, index) => (stage, index)))
        {
            CheckApprovers(stage, $"{Place}/{index}");
            CheckEscalation(stage, $"{Place}/{index}");
        }
    }

    private static void CheckApprovers(JsonObject stage, string place)
    {
        foreach (var list in ApproverLists)
        {
            if ((stage[list] as JsonArray ?? []).Select(Subjects.TypeOf).FirstOrDefault(NoApprovers.Contains) is { } odd)
            {
                throw GraphErrorException.InvalidModel($"{place}/{list}: '{odd}' cannot approve.");
            }
        }
    }

    private static void CheckEscalation(JsonObject stage, string place)
    {
        if (!PolicyRules.IsTrue(stage, "isEscalationEnabled"))
        {
            return;
        }

        if (Duration(stage, "durationBeforeEscalation") < ShortestEscalation)
        {
            throw GraphErrorException.InvalidModel($"{place}/durationBeforeEscalation: escalation takes at least a day.");
        }

        if (Duration(stage, "durationBeforeAutomaticDenial") < ShortestDenialWithEscalation)
        {
            throw GraphErrorException.InvalidModel($"{place}/durationBeforeAutomaticDenial: with escalation it is at least four days.");
        }
    }

    private static TimeSpan Duration(JsonObject stage, string member) =>
        Finding.Text(stage, member) is { } text && ScalarCheck.TryDuration(text, out var duration) ? duration : TimeSpan.Zero;
}
