using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Graph.Http;

/// <summary>Takes out of a text of the service what looks like a token or a secret: a service that tells what it was sent must not make us tell it on.</summary>
internal static partial class Masking
{
    private const string Mask = "***";

    public static string Of(string text) => Secret().Replace(text, Mask);

    /// <summary>The text without what must not be told, whatever that looks like.</summary>
    public static string Without(string text, IEnumerable<string?> secrets) =>
        secrets.OfType<string>().Where(secret => secret.Length > 3).Aggregate(text, (masked, secret) => masked.Replace(secret, Mask, StringComparison.Ordinal));

    /// <summary>Whether an answer holds the token that was sent.</summary>
    public static bool IsIn(ReadOnlyMemory<byte> answer, string? token) => token is { Length: > 0 } && answer.Span.IndexOf(Encoding.UTF8.GetBytes(token)) >= 0;

    /// <summary>What was answered without the token that was sent, whatever that looks like.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> answer, string? token) =>
        token is not null && IsIn(answer, token)
            ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(answer.Span).Replace(token, Mask, StringComparison.Ordinal))
            : answer;

    [GeneratedRegex(
        @"(?<=\b(?:bearer|pop)(?:\s|%20|\+)+)[^\s""',;]+|\beyJ[\w-]{8,}(?:\.[\w-]*)*|(?<=\b(?:client_secret|client_assertion|access_token|refresh_token|device_code|password)[""']?\s*[=:]\s*[""']?)[^\s""'&,;]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Secret();
}
