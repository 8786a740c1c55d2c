using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Whether and by whom a request is approved, as Graph writes it (contract 7.4).</summary>
internal static class ApprovalWire
{
    private const string Settings = "requestApprovalSettings";
    private const string ForRequest = "isApprovalRequiredForAdd";
    private const string ForExtension = "isApprovalRequiredForUpdate";
    private const string RequestorJustification = "isRequestorJustificationRequired";
    private const string Stages = "stages";

    public static Approval ToApproval(WireValue policy) => policy[Settings].Once(FromSettings);

    public static void Overlay(JsonObject policy, Approval wanted)
    {
        if (wanted is Approval.Unmodelled && policy[Settings] is not null)
        {
            return;
        }

        var settings = policy.Ensure(Settings);
        switch (wanted)
        {
            case Approval.None:
                settings[ForRequest] = false;
                settings[ForExtension] = false;
                settings[Stages] = new JsonArray();
                break;
            case Approval.Required required:
                settings[ForRequest] = true;
                settings[ForExtension] = required.ForExtension;
                settings[RequestorJustification] = required.RequestorJustification;
                settings[Stages] = Overlay(settings.Items(Stages).ToList(), required.Stages);
                break;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }

    private static Approval FromSettings(WireValue settings)
    {
        if (!settings.Flag(ForRequest))
        {
            return settings.Flag(ForExtension) ? new Approval.Unmodelled("approval of extensions only") : new Approval.None();
        }

        return settings.Made(Stages, ApprovalStageWire.Unmodelled) is [var words, ..]
            ? new Approval.Unmodelled(words)
            : new Approval.Required
            {
                RequestorJustification = settings.Flag(RequestorJustification),
                ForExtension = settings.Flag(ForExtension),
                Stages = settings.Made(Stages, ApprovalStageWire.ToStage),
            };
    }

    // By position: stages have no name and no id.
    private static JsonArray Overlay(List<JsonObject> there, EquatableArray<ApprovalStage> wanted) => new(
    [
        .. wanted.Select((stage, index) => ApprovalStageWire.Overlay(index < there.Count ? (JsonObject)there[index].DeepClone() : [], stage)),
    ]);
}
