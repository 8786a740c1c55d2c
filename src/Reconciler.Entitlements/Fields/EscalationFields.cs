using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Escalation.After>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="Escalation"/>.</summary>
internal static class EscalationFields
{
    private static readonly Shape.ListOf Deciders = Shapes.SetOf<Subject>(SubjectFields.Approver, "approver");

    private static readonly Shape.Group After = new(
        "escalation",
        [
            Value("after", nameof(Escalation.After.Length), e => e.Length, (e, v) => e with { Length = v },
                new Row(new Shape.Length(Duration.OfDays(1), Duration.OfDays(14)), "How long the approvers have before others are asked too.")
                {
                    Says = "the time before others are asked", Portal = "Forward to alternate approver(s) after how many days?",
                    Graph = ["accessPackageApprovalStage.durationBeforeEscalation", "accessPackageApprovalStage.isEscalationEnabled"],
                    IsRequired = true, Touches = Touches.FutureRequestors,
                }),
            Value("to", nameof(Escalation.After.To), e => e.To, (e, v) => e with { To = v },
                new Row(Deciders with { Fewest = 1 }, "Who is asked then.")
                {
                    Says = "who is asked then", Portal = "Alternate approver",
                    Graph = ["accessPackageApprovalStage.escalationApprovers"], IsRequired = true,
                    Touches = Touches.FutureRequestors, Judge = Judgement.MoreWidens<Subject>,
                }),
            Value("fallback", nameof(Escalation.After.Fallback), e => e.Fallback, (e, v) => e with { Fallback = v },
                new Row(Deciders, "Who decides then where a manager or a sponsor can't be found.")
                {
                    Says = "who decides then where nobody is found", Portal = "Alternate fallback",
                    Graph = ["accessPackageApprovalStage.fallbackEscalationApprovers"],
                    Default = EquatableArray.Create<Subject>([]), Touches = Touches.FutureRequestors, Judge = Judgement.MoreWidens<Subject>,
                }),
        ],
        () => new Escalation.After(Duration.OfDays(1)) { To = [] });

    public static readonly Shape.Union Shape = new(
        "escalation",
        [
            Shapes.Form<Escalation, Escalation.None>(
                new Shape.Choice([new Keyword("none", new Escalation.None(), "Nobody else is asked.")]), none => none, e => e as Escalation.None),
            Shapes.Form<Escalation, Escalation.After>(After, after => after, e => e as Escalation.After),
        ]);

    public static Effect Judge(object? old, object? @new) => (old, @new) switch
    {
        (Escalation.After, Escalation.None) => Effect.Narrows,
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };
}
