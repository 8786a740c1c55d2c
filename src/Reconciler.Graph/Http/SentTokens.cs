using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Graph.Http;

/// <summary>
/// The tokens that were sent last, and none of which an answer may hold: looked for where an answer comes in, before anybody makes a
/// message, a log or a request of it, and in the spellings that are read back on the way.
/// </summary>
internal sealed class SentTokens
{
    private const int Most = 3;
    private const int Shortest = 4;

    // An escape of an escape of an escape; whoever prints what is left does not print the token.
    private const int MostLayers = 4;

    private readonly Lock _gate = new();
    private volatile Sent[] _sent = [];

    /// <summary>Takes note of the token of a request that has left, if it had one.</summary>
    public void Note(string? token)
    {
        if (token is not { Length: >= Shortest } || IsLast(token))
        {
            return;
        }

        lock (_gate)
        {
            _sent = [new Sent(token), .. _sent.Where(sent => sent.Token != token).Take(Most - 1)];
        }
    }

    /// <summary>Whether an answer holds one of them.</summary>
    public bool AreIn(ReadOnlySpan<byte> answer)
    {
        var sent = _sent;
        if (sent.Length == 0 || IsIn(answer, sent))
        {
            return sent.Length > 0;
        }

        if (answer.IndexOfAny((byte)'\\', (byte)'%') < 0)
        {
            return false;
        }

        var decoded = ArrayPool<byte>.Shared.Rent(answer.Length);
        try
        {
            var length = Spelling.Decode(answer, decoded);
            for (int layer = 1, before = answer.Length; layer <= MostLayers && length < before; layer++)
            {
                if (IsIn(decoded.AsSpan(0, length), sent))
                {
                    return true;
                }

                // What is left is never longer than what was there: it can be decoded in its own place.
                before = length;
                length = Spelling.Decode(decoded.AsSpan(0, before), decoded);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded);
        }
    }

    /// <summary>An answer without them; nothing of it where it spells them in a way that can't be cut out.</summary>
    public ReadOnlyMemory<byte> Without(ReadOnlyMemory<byte> answer)
    {
        if (!AreIn(answer.Span) && answer.Span.IndexOf("&#"u8) < 0)
        {
            return answer;
        }

        var text = Encoding.UTF8.GetString(answer.Span);
        var masked = Masked(text);
        ReadOnlyMemory<byte> bytes = masked == text ? answer : Encoding.UTF8.GetBytes(masked);
        return AreIn(bytes.Span) ? default : bytes;
    }

    /// <summary>A text without them and without what looks like a secret.</summary>
    public string Without(string text) => Masking.Of(Encoding.UTF8.GetString(Without(Encoding.UTF8.GetBytes(text)).Span));

    private static bool IsIn(ReadOnlySpan<byte> answer, Sent[] tokens)
    {
        foreach (var token in tokens)
        {
            foreach (var form in token.Forms)
            {
                if (answer.IndexOf(form) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsLast(string token) => _sent is [var last, ..] && last.Token == token;

    private string Masked(string text) => _sent.Aggregate(text, (masked, sent) => sent.Spellings.Value.Replace(masked, Masking.Mask));

    private sealed class Sent(string token)
    {
        public string Token => token;

        public byte[][] Forms { get; } = [.. Spelling.Base64Of(Encoding.UTF8.GetBytes(token)).Prepend(token).Select(Encoding.UTF8.GetBytes)];

        // Made only for what holds the token.
        public Lazy<Regex> Spellings { get; } = new(() => Spelling.Of(token));
    }
}
