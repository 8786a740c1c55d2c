using System.Text.Json;

namespace Reconciler.Cli.Commands;

/// <summary>Finds what is JSON and no text all the same: <c>"\ud800"</c> is half of a pair, and nothing can read it.</summary>
internal static class LoneSurrogates
{
    /// <summary>The JSON pointer of the first text, or of the first object with such a key, and which of both it is; null where there is none.</summary>
    public static string? FirstIn(JsonElement value, string pointer = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(member => InMember(member, pointer)).FirstOrDefault(found => found is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, index) => FirstIn(item, $"{pointer}/{index}")).FirstOrDefault(found => found is not null),
        JsonValueKind.String when Readable(value.GetString) is null => $"{Place(pointer)}: the text",
        _ => null,
    };

    private static string? InMember(JsonProperty member, string pointer) =>
        Readable(() => member.Name) is { } name ? FirstIn(member.Value, $"{pointer}/{name}") : $"{Place(pointer)}: a key";

    private static string Place(string pointer) => pointer.Length == 0 ? "/" : pointer;

    private static string? Readable(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
