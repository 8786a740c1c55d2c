using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.Graph.Http;

/// <summary>The ways to spell a secret that one can read it back from: as it is, escaped for JSON, HTML or an address, in base64.</summary>
internal static class Spelling
{
    private const int FewestBytesInBase64 = 6;
    private const string Percent = @"(?:%|\\+u0025)(?:25)*";

    /// <summary>Finds the secret, each sign of it spelled in any way.</summary>
    public static Regex Of(string secret) => new(
        string.Join('|', Base64Of(Encoding.UTF8.GetBytes(secret)).Prepend(secret).Select(text => string.Concat(text.EnumerateRunes().Select(Sign)))),
        RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout);

    /// <summary>Takes a layer of escapes of JSON and of addresses off; the length of what is left, which is shorter where there was one.</summary>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> decoded)
    {
        var length = 0;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny((byte)'\\', (byte)'%') is >= 0 and var at ? at : text.Length;
            text[..plain].CopyTo(decoded[length..]);
            text = text[plain..];
            length += plain;
            if (!text.IsEmpty)
            {
                var (taken, sign) = First(text);
                decoded[length++] = sign;
                text = text[taken..];
            }
        }

        return length;
    }

    /// <summary>How the bytes stand in base64, wherever in a longer text they begin, without the signs at the ends that others have a part in.</summary>
    public static IEnumerable<string> Base64Of(byte[] secret)
    {
        for (var before = 0; before < 3 && secret.Length >= FewestBytesInBase64; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. secret]);
            yield return encoded[(before == 0 ? 0 : before + 1)..((before + secret.Length) * 8 / 6)];
        }
    }

    private static (int Taken, byte Sign) First(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)'%', ..] when IsHex(text, 1, 2, out var one) => (3, (byte)one),
        [(byte)'\\', (byte)'u', ..] when IsHex(text, 2, 4, out var one) && one < 0x80 => (6, (byte)one),
        [(byte)'\\', (byte)'\\' or (byte)'/' or (byte)'"', ..] => (2, text[1]),
        _ => (1, text[0]),
    };

    private static bool IsHex(ReadOnlySpan<byte> text, int start, int count, out int value)
    {
        value = 0;
        return text.Length >= start + count && int.TryParse(text.Slice(start, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static string Sign(Rune rune)
    {
        var sign = rune.ToString();
        List<string> ways =
        [
            string.Concat(sign.Select(unit => $@"\\+u(?i:{(int)unit:x4})")),
            string.Concat(Encoding.UTF8.GetBytes(sign).Select(unit => $"{Percent}(?i:{unit:x2})")),
            $"&#(?:0*{rune.Value}|(?i:x0*{rune.Value:x}));",
            .. Others(sign),
            Regex.Escape(sign),
        ];
        return $"(?:{string.Join('|', ways)})";
    }

    private static string[] Others(string sign) => sign switch
    {
        " " => [@"\+"],
        "+" => ["-"],
        "/" => [@"\\+/", "_"],
        "\"" => ["\\\\+\"", "&quot;"],
        "\\" => [@"\\+"],
        "&" => ["&amp;"],
        "<" => ["&lt;"],
        ">" => ["&gt;"],
        "'" => ["&apos;"],
        _ => [],
    };
}
