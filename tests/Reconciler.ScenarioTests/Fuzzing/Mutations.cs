using System.Text;
using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>Small harms done to a file, as a slip, a bad merge or somebody who means it would do them.</summary>
internal sealed partial class Mutations(Random random, IReadOnlyList<byte[]> others)
{
    private const int Largest = 5_000_000;

    public byte[] Mutate(byte[] bytes)
    {
        var mutated = bytes;
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            mutated = random.Next(4) == 0 ? OfBytes(mutated) : Encoding.UTF8.GetBytes(OfText(Encoding.UTF8.GetString(mutated)));
            mutated = mutated.Length > Largest ? mutated[..Largest] : mutated;
        }

        return mutated;
    }

    private byte[] OfBytes(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return TokenSoup.Bytes(random, 50);
        }

        var (from, to) = Range(bytes.Length);
        switch (random.Next(5))
        {
            case 0:
                byte[] flipped = [.. bytes];
                flipped[from] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return [.. bytes[..from], .. TokenSoup.Bytes(random, 8), .. bytes[from..]];
            case 2:
                return [.. bytes[..from], .. bytes[to..]];
            case 3:
                var other = others[random.Next(others.Count)];
                return [.. bytes[..from], .. other[random.Next(other.Length)..]];
            default:
                return bytes[..to];
        }
    }

    private string OfText(string text)
    {
        var lines = text.Split('\n').ToList();
        var (from, to) = Range(lines.Count);
        switch (random.Next(12))
        {
            case 0:
                lines.InsertRange(to, lines[from..to]);
                break;
            case 1:
                lines.RemoveRange(from, to - from);
                break;
            case 2:
                (lines[from], lines[^1]) = (lines[^1], lines[from]);
                break;
            case 3:
                var shift = random.Next(-4, 5);
                for (var i = from; i < to; i++)
                {
                    lines[i] = shift == 0 ? "\t" + lines[i] : shift > 0 ? new string(' ', shift) + lines[i] : lines[i].Length >= -shift ? lines[i][-shift..] : lines[i];
                }

                break;
            case 4:
                return Repeat(text);
            case 5:
                return SwapKeys(text);
            case 6:
                return Put(text, TokenSoup.Piece(random));
            case 7:
                return Put(text, Nested());
            case 8:
                return Scalars().Replace(text, match => random.Next(8) == 0 ? TokenSoup.Piece(random) : match.Value);
            case 9:
                return text.Replace("\n", random.Next(3) switch { 0 => "\r\n", 1 => "\r", _ => "\n\n" }, StringComparison.Ordinal);
            case 10:
                return Anchored(text);
            default:
                lines.Insert(from, TokenSoup.Text(random, 12));
                break;
        }

        return string.Join('\n', lines);
    }

    /// <summary>A piece of the text a few times, or as often as fits into a file.</summary>
    private string Repeat(string text)
    {
        var (from, to) = Range(text.Length);
        var piece = text[from..to];
        var times = random.Next(12) == 0 ? Largest : random.Next(1, 200);
        return piece.Length == 0 ? text : text[..from] + string.Concat(Enumerable.Repeat(piece, Math.Min(times, Math.Max(1, (Largest - text.Length) / piece.Length)))) + text[to..];
    }

    private string Nested()
    {
        var depth = random.Next(20) == 0 ? 20_000 : random.Next(1, 100);
        string[] openings = ["[", "{a: ", "- ", "[[", "? ", "{ ? ", "\n - ", "!!map {", "&a [", "- {"];
        return string.Concat(Enumerable.Repeat(openings[random.Next(openings.Length)], depth));
    }

    private string SwapKeys(string text)
    {
        var keys = Keys().Matches(text);
        if (keys.Count < 2)
        {
            return text;
        }

        var (one, other) = (keys[random.Next(keys.Count)], keys[random.Next(keys.Count)]);
        return one.Index >= other.Index ? text : text[..one.Index] + other.Value + text[(one.Index + one.Length)..other.Index] + one.Value + text[(other.Index + other.Length)..];
    }

    /// <summary>Anchors before some values, and aliases in the place of others.</summary>
    private string Anchored(string text)
    {
        var count = 0;
        return Scalars().Replace(text, match => random.Next(6) switch
        {
            0 => $"&a{count++} {match.Value}",
            1 when count > 0 => $"*a{random.Next(count)}",
            2 => "<<",
            _ => match.Value,
        });
    }

    private string Put(string text, string piece)
    {
        var at = random.Next(text.Length + 1);
        return text[..at] + piece + text[at..];
    }

    private (int From, int To) Range(int length)
    {
        var from = random.Next(length);
        return (from, Math.Min(length, from + 1 + random.Next(Math.Min(length, 40))));
    }

    [GeneratedRegex(@"(?<=: )[^\s\[{|>][^\n,}\]]*", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Scalars();

    [GeneratedRegex(@"[A-Za-z]+(?=: )", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Keys();
}
