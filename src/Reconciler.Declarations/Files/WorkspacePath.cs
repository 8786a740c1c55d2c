namespace Reconciler.Declarations.Files;

/// <summary>Paths as files of a workspace write them: relative to it, with slashes, never leaving it.</summary>
internal static class WorkspacePath
{
    public static bool IsInside(string path) =>
        path.Length > 0
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains('\0', StringComparison.Ordinal)
        && !path.Contains(':', StringComparison.Ordinal)
        && !path.StartsWith('/')
        && !path.Split('/').Contains("..");

    /// <summary>The folder or file beside a missing one whose name is nearest to its name; null where none is near.</summary>
    public static string? Nearest(string missing)
    {
        try
        {
            var parent = new DirectoryInfo(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(missing))) ?? "");
            return Entitlements.Nearest.To(Path.GetFileName(Path.TrimEndingDirectorySeparator(missing)), parent.EnumerateFileSystemInfos().Select(entry => entry.Name));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    public static string Full(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));
}
