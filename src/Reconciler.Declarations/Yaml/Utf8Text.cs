using System.Text;
using System.Text.Unicode;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>Turns the bytes of a file into text. UTF-8 is the one encoding; its byte order mark is skipped.</summary>
internal static class Utf8Text
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The text; null and a finding when the bytes are not UTF-8.</summary>
    public static string? Decode(string file, ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            findings.Add(LoadDiagnostics.NotUtf8(new SourceSpan(file, 1, 1), "it begins with the mark of UTF-16 or UTF-32"));
            return null;
        }

        var content = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        var nul = content.IndexOf((byte)0);
        if (nul >= 0)
        {
            findings.Add(LoadDiagnostics.NotUtf8(Place(file, content[..nul]), $"byte {nul + bytes.Length - content.Length} is NUL, as in UTF-16"));
            return null;
        }

        if (!Utf8.IsValid(content))
        {
            var read = LengthOfValid(content);
            var offset = read + bytes.Length - content.Length;
            findings.Add(LoadDiagnostics.NotUtf8(Place(file, content[..read]), $"byte {offset} (0x{content[read]:X2}) fits no character"));
            return null;
        }

        return LineEnds.Unify(Encoding.UTF8.GetString(content));
    }

    private static int LengthOfValid(ReadOnlySpan<byte> content)
    {
        Utf8.ToUtf16(content, new char[content.Length], out var read, out _, replaceInvalidSequences: false);
        return read;
    }

    /// <summary>The place behind the bytes, which are valid.</summary>
    private static SourceSpan Place(string file, ReadOnlySpan<byte> before)
    {
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new SourceSpan(file, line, column);
    }
}
