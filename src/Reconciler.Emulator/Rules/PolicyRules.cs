using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>What a policy must satisfy beyond its types (contract 1.9, 6.1, 6.2, 7.2, 7.4).</summary>
internal static class PolicyRules
{
    private const int MostStages = 3;
    private const int MostNamedUsersAndGroups = 500;
    private const int MostNamedOrganizations = 1000;

    private static readonly TimeSpan ShortestEscalation = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestDenialWithEscalation = TimeSpan.FromDays(4);

    public static void Check(JsonObject policy)
    {
        CheckExpiration(policy["expiration"] as JsonObject);
        CheckApproval(policy["requestApprovalSettings"] as JsonObject);
        CheckTargets(policy["specificAllowedTargets"] as JsonArray);
        CheckManagerLevels(policy, "");
    }

    private static void CheckExpiration(JsonObject? expiration)
    {
        var needed = Finding.Text(expiration, "type") switch
        {
            "afterDuration" => "duration",
            "afterDateTime" => "endDateTime",
            _ => null,
        };
        if (needed is not null && Finding.Text(expiration, needed) is null)
        {
            throw GraphErrorException.InvalidModel($"/expiration/{needed}: it is required by the type of the expiration.");
        }
    }

    private static void CheckApproval(JsonObject? approval)
    {
        const string Place = "/requestApprovalSettings/stages";
        var stages = approval?["stages"] as JsonArray ?? [];
        if (stages.Count > MostStages)
        {
            throw GraphErrorException.InvalidModel($"{Place}: a policy has at most {MostStages} stages, not {stages.Count}.");
        }

        var isRequired = IsTrue(approval, "isApprovalRequiredForAdd") || IsTrue(approval, "isApprovalRequiredForUpdate");
        if (isRequired != stages.Count > 0)
        {
            var conflict = isRequired ? "approval is required, so there must be stages" : "there are stages, but approval is not required";
            throw GraphErrorException.InvalidModel($"{Place}: {conflict}.");
        }

        foreach (var (stage, index) in stages.OfType<JsonObject>().Select((stage, index) => (stage, index)))
        {
            CheckEscalation(stage, $"{Place}/{index}");
        }
    }

    private static void CheckEscalation(JsonObject stage, string place)
    {
        if (!IsTrue(stage, "isEscalationEnabled"))
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

    private static void CheckTargets(JsonArray? targets)
    {
        var organizations = (targets ?? []).OfType<JsonObject>().Count(target => TypeOf(target) is "connectedOrganizationMembers");
        var others = (targets?.Count ?? 0) - organizations;
        if (others > MostNamedUsersAndGroups || organizations > MostNamedOrganizations)
        {
            throw GraphErrorException.InvalidModel(
                $"/specificAllowedTargets: at most {MostNamedUsersAndGroups} users and groups and {MostNamedOrganizations} organizations can be named.");
        }
    }

    private static void CheckManagerLevels(JsonNode? value, string place)
    {
        if (value is JsonArray elements)
        {
            foreach (var (element, index) in elements.Select((element, index) => (element, index)))
            {
                CheckManagerLevels(element, $"{place}/{index}");
            }
        }
        else if (value is JsonObject holder)
        {
            var highest = TypeOf(holder) switch { "requestorManager" => 2, "targetManager" => 4, _ => int.MaxValue };
            if (highest < int.MaxValue && holder["managerLevel"] is JsonValue level && level.GetValue<int>() is var number && (number < 1 || number > highest))
            {
                throw GraphErrorException.InvalidModel($"{place}/managerLevel: it is 1 to {highest}, not {number}.");
            }

            foreach (var (name, member) in holder)
            {
                CheckManagerLevels(member, $"{place}/{name}");
            }
        }
    }

    private static string? TypeOf(JsonObject value) => Finding.Text(value, "@odata.type") is { } name ? TypeTable.FromWire(name) : null;

    private static bool IsTrue(JsonObject? holder, string member) => holder?[member]?.GetValueKind() is JsonValueKind.True;

    private static TimeSpan Duration(JsonObject stage, string member) =>
        Finding.Text(stage, member) is { } text && ScalarCheck.TryDuration(text, out var duration) ? duration : TimeSpan.Zero;
}
