using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Files;

/// <summary>Finds the files of a folder that match patterns. Dot files and folders never do; links to folders are not followed, so that no loop has no end.</summary>
internal sealed class FileFinder(string folder, IReadOnlyList<(string Text, SourceSpan? Where)> patterns, Findings findings)
{
    private readonly ImmutableArray<FilePattern> _patterns = [.. patterns.Select(pattern => new FilePattern(pattern.Text))];
    private readonly HashSet<int> _used = [];
    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>The relative paths, each once, in ordinal order.</summary>
    public IReadOnlyCollection<string> Find()
    {
        Walk(new DirectoryInfo(folder), "", [.. _patterns.Select(pattern => pattern.Start)]);
        foreach (var (pattern, index) in patterns.Select((pattern, index) => (pattern, index)))
        {
            if (pattern.Where is not null && !_used.Contains(index))
            {
                findings.Add(LoadDiagnostics.PatternMatchesNothing(pattern.Where, pattern.Text));
            }
        }

        return _found;
    }

    private void Walk(DirectoryInfo at, string path, ImmutableArray<ImmutableArray<int>> places)
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
            var matching = Enumerable.Range(0, next.Length).Where(i => _patterns[i].IsMatch(next[i], isFolder)).ToArray();
            if (matching.Length > 0)
            {
                _used.UnionWith(matching);
                _found.Add(here);
            }

            if (isFolder && next.Any(p => !p.IsEmpty))
            {
                Descend((DirectoryInfo)entry, here, next);
            }
        }
    }

    private void Descend(DirectoryInfo at, string path, ImmutableArray<ImmutableArray<int>> places)
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
