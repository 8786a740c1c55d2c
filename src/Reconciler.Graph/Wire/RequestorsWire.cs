using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>Who may request and what they may do themselves, as Graph writes it (contract 7.2, 7.3).</summary>
internal static class RequestorsWire
{
    private const string Settings = "requestorSettings";
    private const string MayRequest = "enableTargetsToSelfAddAccess";
    private const string MayExtend = "enableTargetsToSelfUpdateAccess";
    private const string MayRemove = "enableTargetsToSelfRemoveAccess";
    private const string MayChooseDates = "allowCustomAssignmentSchedule";
    private const string OnBehalf = "onBehalfRequestors";

    public static Requestors ToRequestors(JsonObject policy, DirectoryNames names)
    {
        var settings = policy[Settings];
        return new Requestors
        {
            Who = RequestorScopeWire.ToScope(policy, names),
            MayRequest = settings.Flag(MayRequest),
            MayExtend = settings.Flag(MayExtend),
            MayRemove = settings.Flag(MayRemove),
            MayChooseDates = settings.Flag(MayChooseDates),
        };
    }

    /// <summary>Replaces what is modelled inside a policy; who may request on behalf of others stays.</summary>
    public static void Overlay(JsonObject policy, Requestors wanted)
    {
        RequestorScopeWire.Overlay(policy, wanted.Who);
        var settings = policy.Ensure(Settings);
        settings[MayRequest] = wanted.MayRequest;
        settings[MayExtend] = wanted.MayExtend;
        settings[MayRemove] = wanted.MayRemove;
        settings[MayChooseDates] = wanted.MayChooseDates;
    }

    /// <summary>What a new policy says of requests on behalf of others: there are none.</summary>
    public static JsonObject Nobodys() => new()
    {
        ["enableOnBehalfRequestorsToAddAccess"] = false,
        ["enableOnBehalfRequestorsToUpdateAccess"] = false,
        ["enableOnBehalfRequestorsToRemoveAccess"] = false,
        [OnBehalf] = new JsonArray(),
    };

    public static IEnumerable<string> Unmodelled(JsonObject policy) =>
        policy[Settings].Items(OnBehalf).Any() ? ["requests on behalf of others"] : [];
}
