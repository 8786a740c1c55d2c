using System.Collections.Immutable;

namespace Reconciler.Declarations.Files;

/// <summary>
/// A pattern of paths, matched folder by folder: what has been matched so far is a set of places in the pattern, so that no pattern
/// costs more than its length at each step.
/// </summary>
internal sealed class FilePattern(string text)
{
    private const string AnyFolders = "**";

    private readonly ImmutableArray<string> _segments = [.. text.Split('/').Where(segment => segment is not ("" or "."))];

    /// <summary>Where a match begins.</summary>
    public PatternPlaces Start => Closure([0]);

    /// <summary>Why the text can't be a pattern, as the end of a sentence; null where it can.</summary>
    public static string? Problem(string text) =>
        !WorkspacePath.IsInside(text) ? "leaves the workspace"
        : text.Split('/').All(segment => segment is "" or ".") ? "names no file"
        : text.AsSpan().IndexOfAny("[]{}!") is >= 0 and var sign ? $"holds `{text[sign]}`, which means nothing in it"
        : text.Split('/').Any(segment => segment.Contains(AnyFolders, StringComparison.Ordinal) && segment != AnyFolders) ? "has `**` beside other letters"
        : null;

    /// <summary>Where the match stands behind one more name; nowhere when it can't be matched any more.</summary>
    public PatternPlaces Advance(PatternPlaces places, string name)
    {
        List<int> next = [];
        foreach (var place in places.All)
        {
            if (place < _segments.Length && (_segments[place] == AnyFolders || Fits(_segments[place], name)))
            {
                next.Add(_segments[place] == AnyFolders ? place : place + 1);
            }
        }

        return Closure(next);
    }

    /// <summary>Whether all of the pattern is matched. <c>policies/**</c> means what is in the folders below, not these themselves.</summary>
    public bool IsMatch(PatternPlaces places, bool isFolder) => places.All.Contains(_segments.Length) && !(isFolder && _segments[^1] == AnyFolders);

    private PatternPlaces Closure(List<int> places)
    {
        List<int> all = [];
        foreach (var place in places)
        {
            // Behind any number of folders, none counted, stands the next segment.
            for (var next = place; ; next++)
            {
                if (!all.Contains(next))
                {
                    all.Add(next);
                }

                if (next >= _segments.Length || _segments[next] != AnyFolders)
                {
                    break;
                }
            }
        }

        return new PatternPlaces(all);
    }

    /// <summary>Whether a name fits a segment with <c>*</c> and <c>?</c>. On a misfit only the last star is tried again, which is enough.</summary>
    private static bool Fits(string segment, string name)
    {
        var (s, n, star, retry) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (s < segment.Length && segment[s] == '*')
            {
                (star, retry) = (s++, n);
            }
            else if (s < segment.Length && (segment[s] == '?' || segment[s] == name[n]))
            {
                (s, n) = (s + 1, n + 1);
            }
            else if (star >= 0)
            {
                (s, n) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return segment[s..].All(c => c == '*');
    }
}
