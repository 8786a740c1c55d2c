using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Assignment without a request, as Graph writes it: a scope of one rule, and settings that say to go by it (contract 7.8).</summary>
internal static class AutomaticWire
{
    private const string Settings = "automaticRequestSettings";
    private const string IsOn = "requestAccessForAllowedTargets";
    private const string Removes = "removeAccessWhenTargetLeavesAllowedTargets";
    private const string Grace = "gracePeriodBeforeAccessRemoval";
    private const string RuleType = "attributeRuleMembers";
    private const string Rule = "membershipRule";

    public static bool IsAutomatic(WireValue policy) => policy[Settings].Flag(IsOn);

    /// <summary>The one rule of the scope; null where it is no rule, or not one alone.</summary>
    public static string? RuleOf(WireValue policy) =>
        policy.Items(RequestorScopeWire.Targets) is [var only] && only.TypeName().Means(RuleType) ? only.Text(Rule)?.Trim() : null;

    public static Automatic ToAutomatic(WireValue policy, RequestorScope scope)
    {
        if (!IsAutomatic(policy) || RuleOf(policy) is not { } rule)
        {
            return new Automatic.ByRequest(scope, IsAutomatic(policy));
        }

        return new Automatic.ByRule(rule)
        {
            RemoveWhenNoLonger = policy[Settings].Flag(Removes),
            Grace = GraceOf(policy) ?? Duration.OfDays(0),
        };
    }

    /// <summary>What of it has no word; null where all has.</summary>
    public static string? Unmodelled(WireValue policy) =>
        IsAutomatic(policy) && GraceOf(policy) is null ? $"a grace of {policy[Settings].Text(Grace)} for those whom the rule leaves" : null;

    public static void Overlay(JsonObject policy, Automatic wanted)
    {
        if (wanted is not Automatic.ByRule rule)
        {
            return;
        }

        policy[RequestorScopeWire.Scope] = RequestorScopeWire.ListedUsers;
        if (RuleOf(policy) != rule.MembershipRule.Trim())
        {
            var target = policy.Items(RequestorScopeWire.Targets).FirstOrDefault(one => one.TypeName().Means(RuleType))?.DeepClone() as JsonObject
                ?? WireJson.Typed(RuleType);
            target[Rule] = rule.MembershipRule;
            policy[RequestorScopeWire.Targets] = new JsonArray(target);
        }

        var settings = policy.Ensure(Settings);
        settings[IsOn] = true;
        settings[Removes] = rule.RemoveWhenNoLonger;
        if (GraceOf(policy) != rule.Grace)
        {
            settings[Grace] = rule.Grace.ToIso();
        }
    }

    public static void Clear(JsonObject policy)
    {
        if (policy[Settings] is not null)
        {
            policy[Settings] = null;
        }
    }

    private static Duration? GraceOf(WireValue policy) =>
        policy[Settings].Text(Grace) is { } text ? Duration.TryParse(text) : Duration.OfDays(0);
}
