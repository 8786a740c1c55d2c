using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Behaving;

/// <summary>How the values of a knob stand in JSON. Reading refuses with the pointer of what is wrong.</summary>
internal sealed record KnobKind<T>(Func<JsonNode?, string, T> Read, Func<T, JsonNode?> Write);

/// <summary>The kinds there are.</summary>
internal static class KnobKind
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static readonly KnobKind<bool> Flag = new(
        (value, pointer) => value?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Odd(value, pointer, "true or false"),
        },
        value => value);

    public static readonly KnobKind<TimeSpan> Duration = new(
        (value, pointer) => DurationText.TryRead(value, out var duration) && duration >= TimeSpan.Zero && duration <= Longest
            ? duration
            : throw Odd(value, pointer, "a duration such as \"PT5S\", or seconds, up to 30 days"),
        value => DurationText.Write(value));

    public static readonly KnobKind<string> Text = new(
        (value, pointer) => TextOf(value) ?? throw Odd(value, pointer, "a text"),
        value => value);

    public static readonly KnobKind<string?> OptionalText = new(
        (value, pointer) => value is null ? null : TextOf(value) ?? throw Odd(value, pointer, "a text or null"),
        value => value);

    public static readonly KnobKind<Frequency> Often = new(ReadFrequency, WriteFrequency);

    public static KnobKind<int> Number(int least, int most) => new(
        (value, pointer) => TryNumber(value, least, most) ?? throw Odd(value, pointer, $"a whole number from {least} to {most}"),
        value => value);

    public static KnobKind<int?> OptionalNumber(int least, int most) => new(
        (value, pointer) => value is null ? null : TryNumber(value, least, most) ?? throw Odd(value, pointer, $"a whole number from {least} to {most}, or null"),
        value => value);

    public static KnobKind<T> Choice<T>()
        where T : struct, Enum => new(
            (value, pointer) => Enum.GetValues<T>().Select(choice => (T?)choice).FirstOrDefault(choice => choice is { } one && TextOf(value) == Spelled(one))
                ?? throw Odd(value, pointer, $"one of {string.Join(", ", Enum.GetValues<T>().Select(Spelled))}"),
            value => Spelled(value));

    public static BehaviourException Odd(JsonNode? value, string pointer, string expected) =>
        new($"{pointer}: expected {expected}, not {value?.ToJsonString() ?? "null"}.");

    private static string Spelled<T>(T choice)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());

    private static string? TextOf(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;

    private static int? TryNumber(JsonNode? value, int least, int most) =>
        value is JsonValue number && number.TryGetValue<int>(out var whole) && whole >= least && whole <= most ? whole : null;

    private static Frequency ReadFrequency(JsonNode? value, string pointer)
    {
        if (value is JsonObject { Count: 1 } holder && TryNumber(holder["every"], 1, int.MaxValue) is { } nth)
        {
            return Frequency.Every(nth);
        }

        return value?.GetValueKind() is JsonValueKind.Number && value.AsValue().TryGetValue<double>(out var share) && share is >= 0 and <= 1
            ? Frequency.Of(share)
            : throw Odd(value, pointer, "a share from 0 to 1 or { \"every\": n }");
    }

    private static JsonNode WriteFrequency(Frequency frequency) =>
        frequency.Nth > 0 ? new JsonObject { ["every"] = frequency.Nth } : JsonValue.Create(frequency.Share);
}
