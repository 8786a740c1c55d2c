using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Rules;

/// <summary>Access reviews: the cadences there are, and members that go with none of them (contract 6.4, 7.7).</summary>
internal static class ReviewRules
{
    private const string Place = "/reviewSettings/schedule";

    /// <summary>Weekly, monthly, quarterly, half-yearly and annually, as types and intervals.</summary>
    private static readonly (string Type, int Interval)[] Cadences =
        [("weekly", 1), ("absoluteMonthly", 1), ("absoluteMonthly", 3), ("absoluteMonthly", 6), ("absoluteMonthly", 12), ("absoluteYearly", 1)];

    private static readonly string?[] NoReviewers = ["attributeRuleMembers", "connectedOrganizationMembers", "singleServicePrincipal"];

    public static void Check(JsonObject? review)
    {
        if (review is null || !PolicyRules.IsTrue(review, "isEnabled"))
        {
            return;
        }

        var schedule = review["schedule"] as JsonObject ?? throw GraphErrorException.InvalidModel($"{Place}: it is required.");
        if (Finding.Text(schedule["expiration"] as JsonObject, "type") is not "afterDuration")
        {
            throw GraphErrorException.InvalidModel($"{Place}/expiration: the length of a review is a duration.");
        }

        ExpirationRules.Check(schedule["expiration"] as JsonObject, $"{Place}/expiration");
        CheckPattern(schedule["recurrence"]?["pattern"] as JsonObject);
        CheckRange(schedule["recurrence"]?["range"] as JsonObject);
        CheckReviewers(review);
    }

    private static void CheckPattern(JsonObject? pattern)
    {
        var type = Finding.Text(pattern, "type");
        var interval = Number(pattern, "interval", otherwise: 1);
        if (pattern is null || !Cadences.Contains((type ?? "", interval)))
        {
            throw GraphErrorException.InvalidModel($"{Place}/recurrence/pattern: no review recurs '{type}' by {interval}.");
        }

        var days = (pattern["daysOfWeek"] as JsonArray)?.Count ?? 0;
        var isOdd = pattern["index"] is not null
            || (days > 0 && type is not "weekly")
            || (Number(pattern, "dayOfMonth") != 0 && type is "weekly")
            || (Number(pattern, "month") != 0 && type is not "absoluteYearly");
        if (isOdd)
        {
            throw GraphErrorException.InvalidModel($"{Place}/recurrence/pattern: it has members that do not go with '{type}'.");
        }
    }

    private static void CheckRange(JsonObject? range)
    {
        var type = Finding.Text(range, "type") ?? throw GraphErrorException.InvalidModel($"{Place}/recurrence/range/type: it is required.");
        var hasEnd = range?["endDate"] is not null;
        var hasNumber = Number(range, "numberOfOccurrences") != 0;
        if (hasEnd != type is "endDate" || hasNumber != type is "numbered")
        {
            throw GraphErrorException.InvalidModel($"{Place}/recurrence/range: its members do not go with '{type}'.");
        }
    }

    private static void CheckReviewers(JsonObject review)
    {
        var reviewers = (review["primaryReviewers"] as JsonArray ?? []).Select(Subjects.TypeOf).ToList();
        var fallbacks = (review["fallbackReviewers"] as JsonArray ?? []).Select(Subjects.TypeOf).ToList();
        if (reviewers.Concat(fallbacks).FirstOrDefault(NoReviewers.Contains) is { } odd)
        {
            throw GraphErrorException.InvalidModel($"/reviewSettings/primaryReviewers: '{odd}' cannot review.");
        }

        if (reviewers.Contains("requestorManager") && fallbacks.Count == 0)
        {
            throw GraphErrorException.InvalidModel("/reviewSettings/fallbackReviewers: managers need somebody to stand in for them.");
        }
    }

    private static int Number(JsonObject? holder, string member, int otherwise = 0) =>
        holder?[member] is JsonValue value && value.TryGetValue<int>(out var number) ? number : otherwise;
}
