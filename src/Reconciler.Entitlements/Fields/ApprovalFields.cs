using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Approval.Required>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Approval"/>.</summary>
internal static class ApprovalFields
{
    private static readonly Shape.Group Required = new(
        "approval",
        [
            Value("requestorJustification", nameof(Approval.Required.RequestorJustification),
                a => a.RequestorJustification, (a, v) => a with { RequestorJustification = v },
                new Row(Shapes.Truth, "Requestors must say why.")
                {
                    Says = "requestors must say why", Portal = "Require requestor justification",
                    Graph = ["accessPackageAssignmentApprovalSettings.isRequestorJustificationRequired"], Default = true, Touches = Touches.FutureRequestors,
                }),
            Value("forExtension", nameof(Approval.Required.ForExtension), a => a.ForExtension, (a, v) => a with { ForExtension = v },
                new Row(Shapes.Truth, "Extending an assignment is approved too.")
                {
                    Says = "extending an assignment is approved too", Portal = "Require approval to grant extension",
                    Graph = ["accessPackageAssignmentApprovalSettings.isApprovalRequiredForUpdate"], Default = false, Touches = Touches.Holders,
                    Judge = Judgement.TrueNarrows,
                }),
            Value("stages", nameof(Approval.Required.Stages), a => a.Stages, (a, v) => a with { Stages = v },
                new Row(
                    Shapes.SequenceOf<ApprovalStage>(ApprovalStageFields.Shape, "stage") with { Fewest = 1, Most = 3 },
                    "The stages, one after the other; each is decided by one of its approvers.")
                {
                    Says = "the stages of approval", Portal = "How many stages",
                    Graph = ["accessPackageAssignmentApprovalSettings.stages"], IsRequired = true, Touches = Touches.FutureRequestors,
                    Judge = (old, @new) => FewerWiden(old, @new),
                }),
        ],
        () => new Approval.Required { Stages = [] });

    public static readonly Shape.Union Shape = new(
        "approval",
        [
            Shapes.Form<Approval, Approval.None>(
                new Shape.Choice([new Keyword("none", new Approval.None(), "Requests are granted as they come.")]), none => none, a => a as Approval.None),
            Shapes.Form<Approval, Approval.Required>(Required, required => required, a => a as Approval.Required),
        ]);

    public static Effect Judge(object? old, object? @new) => (old, @new) switch
    {
        (Approval.Required, Approval.None) => Effect.Widens,
        (Approval.None, Approval.Required) => Effect.Narrows,
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };

    private static Effect FewerWiden(object? old, object? @new) =>
        (old, @new) is (EquatableArray<ApprovalStage> before, EquatableArray<ApprovalStage> after)
            ? before.Count > after.Count ? Effect.Widens : before.Count < after.Count ? Effect.Narrows : Effect.Neutral
            : Effect.Neutral;
}
