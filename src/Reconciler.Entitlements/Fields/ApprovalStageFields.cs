using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.ApprovalStage>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="ApprovalStage"/>.</summary>
internal static class ApprovalStageFields
{
    private static readonly Shape.ListOf Approvers = Shapes.SetOf<Subject>(SubjectFields.Approver, "approver");

    public static readonly Shape.Group Shape = new(
        "stage",
        [
            Value("approvers", nameof(ApprovalStage.Approvers), s => s.Approvers, (s, v) => s with { Approvers = v },
                new Row(Approvers with { Fewest = 1 }, "Any one of them decides.")
                {
                    Says = "who approves", Portal = "Approver",
                    Graph = ["accessPackageApprovalStage.primaryApprovers"], IsRequired = true, Touches = Touches.FutureRequestors, Judge = Judgement.MoreWidens<Subject>,
                }),
            Value("fallback", nameof(ApprovalStage.Fallback), s => s.Fallback, (s, v) => s with { Fallback = v },
                new Row(Approvers, "Who decides where a manager or a sponsor can't be found.")
                {
                    Says = "who approves where nobody is found", Portal = "Fallback",
                    Graph = ["accessPackageApprovalStage.fallbackPrimaryApprovers"], Default = EquatableArray.Create<Subject>([]), Touches = Touches.FutureRequestors,
                    Judge = Judgement.MoreWidens<Subject>,
                }),
            Value("decideWithin", nameof(ApprovalStage.DecideWithin), s => s.DecideWithin, (s, v) => s with { DecideWithin = v },
                new Row(new Shape.Length(Duration.OfDays(1), Duration.OfDays(14)), "How long until the request is denied by itself.")
                {
                    Says = "the time to decide", Portal = "Decision must be made in how many days?",
                    Graph = ["accessPackageApprovalStage.durationBeforeAutomaticDenial"], Default = Duration.OfDays(14), Touches = Touches.FutureRequestors,
                }),
            Value("approverJustification", nameof(ApprovalStage.ApproverJustification),
                s => s.ApproverJustification, (s, v) => s with { ApproverJustification = v },
                new Row(Shapes.Truth, "Approvers must say why.")
                {
                    Says = "approvers must say why", Portal = "Require approver justification",
                    Graph = ["accessPackageApprovalStage.isApproverJustificationRequired"], Default = true, Touches = Touches.FutureRequestors,
                }),
            Value("escalation", nameof(ApprovalStage.Escalation), s => s.Escalation, (s, v) => s with { Escalation = v },
                new Row(EscalationFields.Shape, "Who is asked where the approvers do not decide.")
                {
                    Says = "who is asked where nobody decides", Portal = "If no action taken, forward to alternate approvers?",
                    Graph = ["accessPackageApprovalStage.isEscalationEnabled"],
                    Default = new Escalation.None(), Touches = Touches.FutureRequestors, Judge = EscalationFields.Judge,
                }),
        ],
        () => new ApprovalStage { Approvers = [] });
}
