using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>One stage of an approval as Graph writes it (contract 7.4).</summary>
internal static class ApprovalStageWire
{
    private const string DecideWithin = "durationBeforeAutomaticDenial";
    private const string ApproverJustification = "isApproverJustificationRequired";
    private const string Approvers = "primaryApprovers";
    private const string Fallback = "fallbackPrimaryApprovers";

    // What the portal shows for a stage that does not say.
    private static readonly Duration Unsaid = Duration.OfDays(14);

    /// <summary>Why there is no word for the stage; null where there is one.</summary>
    public static string? Unmodelled(WireValue stage) =>
        stage.TypeName().Means("accessPackageDynamicApprovalStage") ? "approvers that a custom extension names"
        : Length(stage) is null ? $"a decision within {stage.Text(DecideWithin)}"
        : EscalationWire.Unmodelled(stage);

    public static ApprovalStage ToStage(WireValue stage) => new()
    {
        Approvers = SubjectWire.Deciding.ToSubjects(stage, Approvers),
        Fallback = SubjectWire.Deciding.ToSubjects(stage, Fallback),
        DecideWithin = Length(stage) ?? Unsaid,
        ApproverJustification = stage.Flag(ApproverJustification),
        Escalation = EscalationWire.ToEscalation(stage),
    };

    /// <summary>The stage that is there, with what is modelled replaced: whatever else it holds stays.</summary>
    public static JsonObject Overlay(JsonObject there, ApprovalStage wanted)
    {
        if (there[DecideWithin] is null || Length(there) != wanted.DecideWithin)
        {
            there[DecideWithin] = wanted.DecideWithin.ToIso();
        }

        there[ApproverJustification] = wanted.ApproverJustification;
        SubjectWire.Deciding.Overlay(there, Approvers, wanted.Approvers);
        SubjectWire.Deciding.Overlay(there, Fallback, wanted.Fallback);
        EscalationWire.Overlay(there, wanted.Escalation);
        return there;
    }

    private static Duration? Length(WireValue stage) => stage.Text(DecideWithin) is { } text ? Duration.TryParse(text) : Unsaid;
}
