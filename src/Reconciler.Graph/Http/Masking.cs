using System.Text.RegularExpressions;

namespace Reconciler.Graph.Http;

/// <summary>Takes out of a text of the service what looks like a token or a secret: a service that tells what it was sent must not make us tell it on.</summary>
internal static partial class Masking
{
    public const string Mask = "***";

    public static string Of(string text) => Secret().Replace(text, Mask);

    /// <summary>The text without what must not be told, however it is spelled.</summary>
    public static string Without(string text, IEnumerable<string?> secrets) =>
        secrets.OfType<string>().Where(secret => secret.Length > 3).Aggregate(text, (masked, secret) => Spelling.Of(secret).Replace(masked, Mask));

    [GeneratedRegex(
        @"(?<=\b(?:bearer|pop)(?:\s|%20|\+)+)[^\s""',;]+|\beyJ[\w-]{8,}(?:\.[\w-]*)*|(?<=\b(?:client_secret|client_assertion|access_token|refresh_token|device_code|password)[""']?\s*[=:]\s*[""']?)[^\s""'&,;]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Secret();
}
