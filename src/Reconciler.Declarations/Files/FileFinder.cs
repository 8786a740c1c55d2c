using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Files;

/// <summary>Finds the files of a folder that match patterns. Dot files and folders never do; links to folders are not followed, so that no loop has no end.</summary>
internal sealed class FileFinder(string folder, IReadOnlyList<(string Text, SourceSpan? Where)> patterns, Findings findings)
{
    private readonly ImmutableArray<FilePattern> _patterns = [.. patterns.Select(pattern => new FilePattern(pattern.Text))];
    private readonly bool[] _used = new bool[patterns.Count];
    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>The relative paths, each once, in ordinal order.</summary>
    public IReadOnlyCollection<string> Find()
    {
        Walk(new DirectoryInfo(folder), "", [.. _patterns.Select(pattern => pattern.Start)]);
        for (var i = 0; i < patterns.Count; i++)
        {
            if (patterns[i].Where is { } where && !_used[i])
            {
                findings.Add(LoadDiagnostics.PatternMatchesNothing(where, patterns[i].Text));
            }
        }

        return _found;
    }

    private void Walk(DirectoryInfo at, string path, ImmutableArray<PatternPlaces> places)
    {
        foreach (var entry in Entries(at, path))
        {
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            // A name that is no text can't be asked for by it, nor told whether it is a folder.
            if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal))
            {
                findings.Add(LoadDiagnostics.UnreadableName(path.Length == 0 ? "." : path));
                continue;
            }

            var here = path.Length == 0 ? entry.Name : $"{path}/{entry.Name}";
            var next = _patterns.Select((pattern, i) => pattern.Advance(places[i], entry.Name)).ToImmutableArray();
            var isFolder = entry.Attributes.HasFlag(FileAttributes.Directory);
            for (var i = 0; i < next.Length; i++)
            {
                if (_patterns[i].IsMatch(next[i], isFolder))
                {
                    _used[i] = true;
                    _found.Add(here);
                }
            }

            if (isFolder && next.Any(place => !place.AreNone))
            {
                Descend((DirectoryInfo)entry, here, next);
            }
        }
    }

    private void Descend(DirectoryInfo at, string path, ImmutableArray<PatternPlaces> places)
    {
        if (at.LinkTarget is null)
        {
            Walk(at, path, places);
        }
        else
        {
            findings.Add(LoadDiagnostics.FolderLink(path));
        }
    }

    private FileSystemInfo[] Entries(DirectoryInfo at, string path)
    {
        try
        {
            return at.GetFileSystemInfos();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Add(LoadDiagnostics.Unreadable(path.Length == 0 ? "." : path, "the folder can't be listed."));
            return [];
        }
    }
}
