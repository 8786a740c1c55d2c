using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>What a policy must satisfy beyond its types (contract 1.9, 6, 7). Each part has rules of its own.</summary>
internal static class PolicyRules
{
    /// <summary>A policy that replaces <paramref name="before"/> may go on naming what has vanished meanwhile.</summary>
    public static void Check(TenantStore store, JsonObject policy, Entity package, Entity? before)
    {
        ExpirationRules.Check(policy["expiration"] as JsonObject, "/expiration");
        ApprovalRules.Check(policy["requestApprovalSettings"] as JsonObject);
        TargetRules.Check(policy);
        AutomaticRules.Check(policy, package, before);
        ReviewRules.Check(policy["reviewSettings"] as JsonObject);
        CheckRequestors(policy["requestorSettings"]?["onBehalfRequestors"] as JsonArray);
        CheckManagerLevels(policy, "");
        CheckExistence(store, policy, before);
        StageRules.Check(policy, package, before);
    }

    public static bool IsTrue(JsonObject? holder, string member) => holder?[member]?.GetValueKind() is JsonValueKind.True;

    private static void CheckRequestors(JsonArray? requestors)
    {
        foreach (var (requestor, index) in (requestors ?? []).Select((requestor, index) => (requestor, index)))
        {
            if (Subjects.TypeOf(requestor) is not ("targetManager" or "singleUser" or "groupMembers"))
            {
                throw GraphErrorException.InvalidModel($"/requestorSettings/onBehalfRequestors/{index}: '{Subjects.TypeOf(requestor)}' cannot request for others.");
            }
        }
    }

    // What a policy named before may have left the directory since; to send it back changes nothing.
    private static void CheckExistence(TenantStore store, JsonObject policy, Entity? before)
    {
        var known = Subjects.NamedBy(before?.Members).Select(subject => subject.Id).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var subject in Subjects.NamedBy(policy))
        {
            if (subject.Id is null)
            {
                throw GraphErrorException.InvalidModel($"{subject.Place}: it is required.");
            }

            if (!known.Contains(subject.Id) && store.Find(subject.TypeName, subject.Id) is null)
            {
                throw GraphErrorException.InvalidModel($"{subject.Place}: there is no {subject.TypeName} '{subject.Id}'.");
            }
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
            var highest = Subjects.TypeOf(holder) switch { "requestorManager" => 2, "targetManager" => 4, _ => int.MaxValue };
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
}
