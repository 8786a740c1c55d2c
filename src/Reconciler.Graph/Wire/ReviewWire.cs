using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Whether somebody looks regularly at who holds the access, as Graph writes it (contract 7.7).</summary>
internal static class ReviewWire
{
    private const string Settings = "reviewSettings";
    private const string IsOn = "isEnabled";
    private const string Behaviour = "expirationBehavior";
    private const string Recommendations = "isRecommendationEnabled";
    private const string Justification = "isReviewerJustificationRequired";
    private const string IsSelf = "isSelfReview";
    private const string Reviewers = "primaryReviewers";
    private const string Fallback = "fallbackReviewers";
    private const string Schedule = "schedule";
    private const string Start = "startDateTime";
    private const string Recurrence = "recurrence";

    private static readonly (NoResponse Meaning, string Literal)[] Behaviours =
    [
        (NoResponse.KeepAccess, "keepAccess"),
        (NoResponse.RemoveAccess, "removeAccess"),
        (NoResponse.AcceptRecommendation, "acceptAccessRecommendation"),
    ];

    public static Review ToReview(WireValue policy) => policy[Settings].Once(FromSettings);

    public static void Overlay(JsonObject policy, Review wanted)
    {
        switch (wanted)
        {
            // Switched off it keeps what it holds: nobody knows whether the service takes null in its place.
            case Review.None when policy[Settings] is JsonObject settings:
                settings[IsOn] = false;
                break;
            case Review.None:
                policy[Settings] = null;
                break;
            case Review.Recurring recurring:
                Overlay(policy.Ensure(Settings), recurring);
                break;
            case Review.Unmodelled when policy[Settings] is not null:
                break;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }

    private static Review FromSettings(WireValue settings) => settings.Flag(IsOn) ? ToRecurring(settings) : new Review.None();

    private static Review ToRecurring(WireValue settings)
    {
        var schedule = settings[Schedule];
        var literal = settings.Text(Behaviour);
        var behaviour = Array.FindIndex(Behaviours, one => literal.Means(one.Literal));
        var cadence = RecurrenceWire.ToCadence(schedule[Recurrence]);
        var words = RecurrenceWire.Unmodelled(schedule[Recurrence])
            ?? (StartOf(schedule) is null ? "starting at an unknown time" : null)
            ?? (OpenFor(schedule) is null ? "open for an unknown time" : null)
            ?? (behaviour < 0 ? $"answering {literal ?? "nothing"} for those who do not" : null);
        if (words is not null || cadence is not { } every || StartOf(schedule) is not { } start || OpenFor(schedule) is not { } openFor)
        {
            return new Review.Unmodelled($"a review {words}");
        }

        var reviewers = SubjectWire.Deciding.ToSubjects(settings, Reviewers);
        return new Review.Recurring(every)
        {
            Starting = start,
            OpenFor = openFor,
            Reviewers = settings.Flag(IsSelf) ? [new Subject.Self(), .. reviewers] : reviewers,
            Fallback = SubjectWire.Deciding.ToSubjects(settings, Fallback),
            OnNoResponse = Behaviours[behaviour].Meaning,
            Recommendations = settings.Flag(Recommendations),
            ReviewerJustification = settings.Flag(Justification),
        };
    }

    private static void Overlay(JsonObject settings, Review.Recurring wanted)
    {
        var there = ToRecurring(settings) as Review.Recurring;
        settings[IsOn] = true;
        settings[Behaviour] = Behaviours.First(one => one.Meaning == wanted.OnNoResponse).Literal;
        settings[Recommendations] = wanted.Recommendations;
        settings[Justification] = wanted.ReviewerJustification;
        settings[IsSelf] = wanted.Reviewers.Any(reviewer => reviewer is Subject.Self);
        SubjectWire.Deciding.Overlay(settings, Reviewers, wanted.Reviewers.Where(reviewer => reviewer is not Subject.Self));
        SubjectWire.Deciding.Overlay(settings, Fallback, wanted.Fallback);

        var schedule = settings.Ensure(Schedule);
        if (OpenFor(schedule) != wanted.OpenFor)
        {
            var end = schedule.Ensure("expiration");
            (end["type"], end["duration"]) = ("afterDuration", wanted.OpenFor.ToIso());
            end.Remove("endDateTime");
        }

        // The service moves a start to the end of a day somewhere: what is the same day to people stays as it spelled it.
        if (there is null || there.Every != wanted.Every || Math.Abs(there.Starting.DayNumber - wanted.Starting.DayNumber) > 1)
        {
            schedule[Start] = $"{wanted.Starting.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z";
            RecurrenceWire.Overlay(schedule.Ensure(Recurrence), wanted.Every, wanted.Starting);
        }
    }

    private static DateOnly? StartOf(WireValue schedule) =>
        schedule.Moment(Start) is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : RecurrenceWire.StartOf(schedule[Recurrence]);

    private static Duration? OpenFor(WireValue schedule) =>
        schedule["expiration"] is { IsObject: true } end && end.Text("type").Means("afterDuration") && end.Text("duration") is { } length ? Duration.TryParse(length) : null;
}
