using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Behaving;

/// <summary>Durations in JSON: <c>"PT5S"</c>, or a number of seconds.</summary>
internal static class DurationText
{
    // As many seconds as a duration can hold, with room to spare.
    private const double MostSeconds = 1e11;

    public static bool TryRead(JsonNode? value, out TimeSpan duration)
    {
        duration = default;
        if (value is not JsonValue scalar)
        {
            return false;
        }

        if (scalar.GetValueKind() is JsonValueKind.Number && scalar.TryGetValue<double>(out var seconds) && Math.Abs(seconds) < MostSeconds)
        {
            duration = TimeSpan.FromSeconds(seconds);
            return true;
        }

        return scalar.GetValueKind() is JsonValueKind.String && ScalarCheck.TryDuration(scalar.GetValue<string>(), out duration);
    }

    public static string Write(TimeSpan duration) => XmlConvert.ToString(duration);
}
