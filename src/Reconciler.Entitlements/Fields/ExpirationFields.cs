namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="Expiration"/>.</summary>
internal static class ExpirationFields
{
    private static readonly Shape.Group After = new(
        "expiration",
        [
            FieldOf<Expiration.After>.Value("after", nameof(Expiration.After.Length), e => e.Length, (_, v) => new Expiration.After(v),
                new Row(new Shape.Length(new Duration(TimeSpan.FromHours(1)), Duration.OfDays(3660)), "How long after it began.")
                {
                    Says = "how long an assignment lasts", Portal = "Assignments expire after",
                    Graph = ["expirationPattern.duration"], IsRequired = true, Touches = Touches.FutureRequestors, Judge = Judgement.LongerWidens,
                }),
        ],
        () => new Expiration.After(Duration.OfDays(1)));

    private static readonly Shape.Group Until = new(
        "expiration",
        [
            FieldOf<Expiration.Until>.Value("until", nameof(Expiration.Until.End), e => e.End, (_, v) => new Expiration.Until(v),
                new Row(new Shape.Moment(), "The instant it ends, the same for everybody.")
                {
                    Says = "when every assignment ends", Portal = "Assignment expires on",
                    Graph = ["expirationPattern.endDateTime"], IsRequired = true, Touches = Touches.FutureRequestors,
                    Judge = (old, @new) => (old, @new) is (DateTimeOffset before, DateTimeOffset after)
                        ? after > before ? Effect.Widens : Effect.Narrows
                        : Effect.Neutral,
                }),
        ],
        () => new Expiration.Until(DateTimeOffset.UnixEpoch));

    public static readonly Shape.Union Shape = new(
        "expiration",
        [
            Shapes.Form<Expiration, Expiration.Never>(
                new Shape.Choice([new Keyword("never", new Expiration.Never(), "Assignments do not end by themselves.")]), never => never, e => e as Expiration.Never),
            Shapes.Form<Expiration, Expiration.After>(After, after => after, e => e as Expiration.After),
            Shapes.Form<Expiration, Expiration.Until>(Until, until => until, e => e as Expiration.Until),
        ]);

    /// <summary>A length and an instant can't be compared without a clock: such a change is called both, so that somebody looks.</summary>
    public static Effect Judge(object? old, object? @new) => (old, @new) switch
    {
        (Expiration.Never, Expiration.After or Expiration.Until) => Effect.Narrows,
        (Expiration.After, Expiration.Until) or (Expiration.Until, Expiration.After) => Effect.Both,
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };
}
