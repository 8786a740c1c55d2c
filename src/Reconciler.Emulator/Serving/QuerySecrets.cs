namespace Reconciler.Emulator.Serving;

/// <summary>Secrets belong into a header or a body; who writes one into a query does not find it in a log.</summary>
internal static class QuerySecrets
{
    private const string Mask = "***";

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "access_token", "client_secret", "client_assertion", "password", "assertion", "code", "refresh_token",
    };

    /// <summary>A path and its query as they came over the wire, with the secrets' values taken out.</summary>
    public static string Masked(string target) =>
        target.IndexOf('?', StringComparison.Ordinal) is var query and >= 0 ? target[..(query + 1)] + string.Join('&', target[(query + 1)..].Split('&').Select(Pair)) : target;

    private static string Pair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return pair;
        }

        var name = pair[(pair.LastIndexOfAny(['?', ';'], equals) + 1)..equals];
        if (Names.Contains(Uri.UnescapeDataString(name.Replace('+', ' ')).Trim()))
        {
            return $"{pair[..equals]}={Mask}";
        }

        // A second question mark, or a semicolon, parts pairs too for who wrote it.
        var next = pair.IndexOfAny(['?', ';'], equals);
        return next < 0 ? pair : pair[..(next + 1)] + Pair(pair[(next + 1)..]);
    }
}
