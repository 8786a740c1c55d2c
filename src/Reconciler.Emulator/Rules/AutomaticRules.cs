using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>The shape of a policy that assigns by itself: one rule, and one such policy a package (contract 7.8).</summary>
internal static class AutomaticRules
{
    private const string Rule = "attributeRuleMembers";

    public static void Check(JsonObject policy, Entity package, Entity? before)
    {
        var targets = policy["specificAllowedTargets"] as JsonArray ?? [];
        if (!IsAutomatic(policy))
        {
            if (targets.Any(target => Subjects.TypeOf(target) is Rule))
            {
                throw GraphErrorException.InvalidModel("/automaticRequestSettings/requestAccessForAllowedTargets: a rule admits only where it is true.");
            }

            return;
        }

        if (targets.Count != 1 || Subjects.TypeOf(targets[0]) is not Rule || Finding.Text(targets[0] as JsonObject, "membershipRule") is null)
        {
            throw GraphErrorException.InvalidModel($"/specificAllowedTargets: an automatic policy has exactly one {Rule} with a membershipRule.");
        }

        if (package.Children(Names.AssignmentPolicies).Any(other => other != before && IsAutomatic(other.Members)))
        {
            throw GraphErrorException.InvalidModel("/automaticRequestSettings: the access package has an automatic policy already.");
        }
    }

    private static bool IsAutomatic(JsonObject policy) =>
        PolicyRules.IsTrue(policy["automaticRequestSettings"] as JsonObject, "requestAccessForAllowedTargets");
}
