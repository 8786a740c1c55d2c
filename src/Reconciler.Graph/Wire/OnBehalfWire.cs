using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Who may request for others, as Graph writes it (contract 7.3).</summary>
internal static class OnBehalfWire
{
    private const string Who = "onBehalfRequestors";
    private const string MayRequest = "enableOnBehalfRequestorsToAddAccess";
    private const string MayExtend = "enableOnBehalfRequestorsToUpdateAccess";
    private const string MayRemove = "enableOnBehalfRequestorsToRemoveAccess";

    public static OnBehalf ToOnBehalf(WireValue settings) => settings.Count(Who) > 0
        ? new OnBehalf.By(SubjectWire.OnBehalf.ToSubjects(settings, Who))
        {
            MayRequest = settings.Flag(MayRequest),
            MayExtend = settings.Flag(MayExtend),
            MayRemove = settings.Flag(MayRemove),
        }
        : new OnBehalf.None();

    public static void Overlay(JsonObject settings, OnBehalf wanted)
    {
        switch (wanted)
        {
            // Permissions that nobody has are left as they are.
            case OnBehalf.None when settings.Items(Who).Any():
                (settings[MayRequest], settings[MayExtend], settings[MayRemove], settings[Who]) = (false, false, false, new JsonArray());
                break;
            case OnBehalf.By by:
                (settings[MayRequest], settings[MayExtend], settings[MayRemove]) = (by.MayRequest, by.MayExtend, by.MayRemove);
                SubjectWire.OnBehalf.Overlay(settings, Who, by.Who);
                break;
            default:
                break;
        }
    }

    public static JsonObject Nobodys() => new()
    {
        [MayRequest] = false,
        [MayExtend] = false,
        [MayRemove] = false,
        [Who] = new JsonArray(),
    };
}
