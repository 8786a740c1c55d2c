using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Review.Recurring>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of a <see cref="Review"/>.</summary>
internal static class ReviewFields
{
    private static readonly Shape.Choice Cadences = new(
    [
        new Keyword("week", Cadence.Week, "Each week."),
        new Keyword("month", Cadence.Month, "Each month."),
        new Keyword("quarter", Cadence.Quarter, "Each quarter."),
        new Keyword("halfYear", Cadence.HalfYear, "Twice a year."),
        new Keyword("year", Cadence.Year, "Each year."),
    ]);

    private static readonly Shape.Choice Behaviours = new(
    [
        new Keyword("keepAccess", NoResponse.KeepAccess, "It stays."),
        new Keyword("removeAccess", NoResponse.RemoveAccess, "It goes."),
        new Keyword("acceptRecommendation", NoResponse.AcceptRecommendation, "As the service recommends."),
    ]);

    private static readonly Shape.ListOf Reviewers = Shapes.SetOf<Subject>(SubjectFields.Reviewer, "reviewer");

    private static readonly Shape.Group Recurring = new(
        "review",
        [
            Value("every", nameof(Review.Recurring.Every), r => r.Every, (r, v) => r with { Every = v },
                new Row(Cadences, "How often.")
                {
                    Says = "how often access is reviewed", Portal = "Review frequency", IsRequired = true, Touches = Touches.Holders,
                    Graph = ["entitlementManagementSchedule.recurrence", "patternedRecurrence.pattern", "recurrencePattern.type", "recurrencePattern.interval"],
                    Judge = (old, @new) => (old, @new) is (Cadence before, Cadence after)
                        ? after > before ? Effect.Widens : after < before ? Effect.Narrows : Effect.Neutral
                        : Effect.Neutral,
                }),
            Value("starting", nameof(Review.Recurring.Starting), r => r.Starting, (r, v) => r with { Starting = v },
                new Row(new Shape.Day(), "The day of the first; a day more or less in the tenant counts as the same.")
                {
                    Says = "the first review", Portal = "Starting on", IsRequired = true,
                    Graph = ["entitlementManagementSchedule.startDateTime", "patternedRecurrence.range", "recurrenceRange.startDate", "recurrencePattern.dayOfMonth", "recurrencePattern.daysOfWeek"],
                }),
            Value("openFor", nameof(Review.Recurring.OpenFor), r => r.OpenFor, (r, v) => r with { OpenFor = v },
                new Row(new Shape.Length(Duration.OfDays(1), Duration.OfDays(365)), "How long the reviewers have.")
                { Says = "the time to review", Portal = "Duration (in days)", Graph = ["entitlementManagementSchedule.expiration"], IsRequired = true }),
            Value("reviewers", nameof(Review.Recurring.Reviewers), r => r.Reviewers, (r, v) => r with { Reviewers = v },
                new Row(Reviewers with { Fewest = 1 }, "Who reviews: users, groups, managers, or `self` alone.")
                {
                    Says = "who reviews", Portal = "Reviewers", IsRequired = true, Touches = Touches.Holders,
                    Graph = ["accessPackageAssignmentReviewSettings.primaryReviewers", "accessPackageAssignmentReviewSettings.isSelfReview"],
                    Judge = Judgement.MoreWidens<Subject>,
                }),
            Value("fallback", nameof(Review.Recurring.Fallback), r => r.Fallback, (r, v) => r with { Fallback = v },
                new Row(Shapes.SetOf<Subject>(SubjectFields.PrincipalOnly, "reviewer"), "Who reviews where a manager can't be found.")
                {
                    Says = "who reviews where no manager is found", Portal = "Add fallback reviewers",
                    Graph = ["accessPackageAssignmentReviewSettings.fallbackReviewers"],
                    Default = EquatableArray.Create<Subject>([]), Touches = Touches.Holders,
                }),
            Value("onNoResponse", nameof(Review.Recurring.OnNoResponse), r => r.OnNoResponse, (r, v) => r with { OnNoResponse = v },
                new Row(Behaviours, "What becomes of access that nobody reviewed.")
                {
                    Says = "what becomes of access that nobody reviewed", Portal = "If reviewers don't respond",
                    IsRequired = true, Touches = Touches.Holders,
                    Graph = ["accessPackageAssignmentReviewSettings.expirationBehavior"],
                    Judge = (old, @new) => Equals(old, @new) ? Effect.Neutral : @new is NoResponse.RemoveAccess ? Effect.Narrows : Effect.Widens,
                }),
            Value("recommendations", nameof(Review.Recurring.Recommendations), r => r.Recommendations, (r, v) => r with { Recommendations = v },
                new Row(Shapes.Truth, "Whether reviewers see what the service recommends.")
                { Says = "reviewers see what the service recommends", Portal = "Show reviewer decision helpers", Graph = ["accessPackageAssignmentReviewSettings.isRecommendationEnabled"], Default = true }),
            Value("reviewerJustification", nameof(Review.Recurring.ReviewerJustification), r => r.ReviewerJustification, (r, v) => r with { ReviewerJustification = v },
                new Row(Shapes.Truth, "Reviewers must say why.")
                { Says = "reviewers must say why", Portal = "Require reviewer justification", Graph = ["accessPackageAssignmentReviewSettings.isReviewerJustificationRequired"], Default = true }),
        ],
        () => new Review.Recurring(Cadence.Year) { Starting = default, OpenFor = Duration.OfDays(14), Reviewers = [], OnNoResponse = NoResponse.KeepAccess });

    public static readonly Shape.Union Shape = new(
        "review",
        [
            Shapes.Form<Review, Review.None>(new Shape.Choice([new Keyword("none", new Review.None(), "Nobody reviews who holds it.")]), none => none, r => r as Review.None),
            Shapes.Form<Review, Review.Recurring>(Recurring, recurring => recurring, r => r as Review.Recurring),
        ]);

    public static Effect Judge(object? old, object? @new) => (old, @new) switch
    {
        (Review.None, Review.Recurring) => Effect.Narrows,
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };
}
