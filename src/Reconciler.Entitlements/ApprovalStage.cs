namespace Reconciler.Entitlements;

/// <summary>One stage of an approval: any one approver decides it.</summary>
public sealed record ApprovalStage
{
    public required EquatableArray<Subject> Approvers { get; init; }

    /// <summary>Who decides where the approvers can't be found: no manager, no sponsor.</summary>
    public EquatableArray<Subject> Fallback { get; init; } = [];

    /// <summary>How long until the request is denied by itself.</summary>
    public Duration DecideWithin { get; init; } = Duration.OfDays(14);

    public bool ApproverJustification { get; init; } = true;

    public Escalation Escalation { get; init; } = new Escalation.None();
}
