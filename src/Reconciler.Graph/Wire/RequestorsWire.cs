using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Who may request and what they may do themselves, as Graph writes it (contract 7.2, 7.3).</summary>
internal static class RequestorsWire
{
    private const string Settings = "requestorSettings";
    private const string MayRequest = "enableTargetsToSelfAddAccess";
    private const string MayExtend = "enableTargetsToSelfUpdateAccess";
    private const string MayRemove = "enableTargetsToSelfRemoveAccess";
    private const string MayChooseDates = "allowCustomAssignmentSchedule";

    public static Requestors ToRequestors(WireValue policy)
    {
        var settings = policy[Settings];
        return new Requestors
        {
            Who = RequestorScopeWire.ToScope(policy),
            MayRequest = settings.Flag(MayRequest),
            MayExtend = settings.Flag(MayExtend),
            MayRemove = settings.Flag(MayRemove),
            MayChooseDates = settings.Flag(MayChooseDates),
            OnBehalf = OnBehalfWire.ToOnBehalf(settings),
        };
    }

    /// <summary>Replaces what is modelled inside a policy. Whoever may request is not assigned automatically.</summary>
    public static void Overlay(JsonObject policy, Requestors wanted, string doing)
    {
        RequestorScopeWire.Overlay(policy, wanted.Who, doing);
        if (wanted.Who is not RequestorScope.Unmodelled)
        {
            AutomaticWire.Clear(policy);
        }

        var settings = policy.Ensure(Settings);
        settings[MayRequest] = wanted.MayRequest;
        settings[MayExtend] = wanted.MayExtend;
        settings[MayRemove] = wanted.MayRemove;
        settings[MayChooseDates] = wanted.MayChooseDates;
        OnBehalfWire.Overlay(settings, wanted.OnBehalf);
    }

    /// <summary>What a new policy says before anything is said of it: nobody may do anything.</summary>
    public static JsonObject Nobodys()
    {
        var settings = OnBehalfWire.Nobodys();
        settings[MayRequest] = false;
        settings[MayExtend] = false;
        settings[MayRemove] = false;
        settings[MayChooseDates] = false;
        return settings;
    }
}
