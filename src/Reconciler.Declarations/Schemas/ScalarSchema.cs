using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>The schemas of what is written as one word or text.</summary>
internal static class ScalarSchema
{
    /// <summary>A range of numbers so small that an editor can list them.</summary>
    private const int Few = 5;

    /// <summary>Text. YAML takes <c>2024</c> for a number and <c>yes</c> may be one of its truths; the language takes them for what they look like.</summary>
    public static JsonObject Text(Shape.Text text, bool hasReferences)
    {
        var none = hasReferences ? "" : $"(?!{Placeholders.Anywhere})";
        var own = text.MayBeEmpty ? $@"^{none}[\s\S]{{0,{text.Longest}}}$" : $@"^{none}(?=.{{1,{text.Longest}}}$)\S(.*\S)?$";
        return new JsonObject
        {
            ["type"] = new JsonArray("string", "number", "boolean"),
            ["pattern"] = hasReferences ? $"{own}|{Placeholders.Opening}" : own,
            ["patternErrorMessage"] = text.MayBeEmpty
                ? $"At most {text.Longest} characters can stand here."
                : $"Write text of 1 to {text.Longest} characters on one line, without spaces around it.",
        };
    }

    public static JsonObject Whole(Shape.Whole whole)
    {
        var schema = new JsonObject { ["type"] = "integer" };
        if (whole.Most - whole.Least < Few)
        {
            schema["enum"] = new JsonArray([.. Enumerable.Range(whole.Least, whole.Most - whole.Least + 1).Select(number => (JsonNode?)number)]);
        }
        else
        {
            schema["minimum"] = whole.Least;
            schema["maximum"] = whole.Most;
        }

        return schema;
    }

    public static JsonObject Length(Shape.Length length) => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^((?={Duration.InWords.Replace("?<n>", "", StringComparison.Ordinal).Replace("?<unit>", "", StringComparison.Ordinal)}$)0*({Counts(length)})|{Duration.InIso})$",
        ["patternErrorMessage"] = $"Write a length of time from {length.Least} to {length.Most}: `60 days`, `2 hours`, `30 minutes`, or ISO 8601 such as `P60D`.",
        ["examples"] = new JsonArray($"{length.Example}"),
    };

    public static JsonObject Moment(Shape.Moment moment) =>
        Date(Instant.MomentPattern, $"Write a date such as `2027-03-31`, which {(moment.Begins ? "begins" : "ends")} with its day, or a timestamp with its offset.");

    public static JsonObject Day() => Date(Instant.DayPattern, "Write a date such as `2027-03-31`, without a time.");

    public static JsonObject Choice(Shape.Choice choice) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. choice.Words.Select(word => (JsonNode?)word.Word)]),
        ["enumDescriptions"] = new JsonArray([.. choice.Words.Select(word => (JsonNode?)word.Doc)]),
    };

    private static string Counts(Shape.Length length) => string.Join('|', new[] { ("day", TimeSpan.TicksPerDay), ("hour", TimeSpan.TicksPerHour), ("minute", TimeSpan.TicksPerMinute) }
        .Select(unit => (Word: unit.Item1, Least: (length.Least.Span.Ticks + unit.Item2 - 1) / unit.Item2, Most: length.Most.Span.Ticks / unit.Item2))
        .Where(range => range.Least <= range.Most)
        .Select(range => $"({NumberRange.Of(range.Least, range.Most)}) {range.Word}s?"));

    private static JsonObject Date(string pattern, string message) => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^{pattern}$",
        ["patternErrorMessage"] = message,
    };
}
