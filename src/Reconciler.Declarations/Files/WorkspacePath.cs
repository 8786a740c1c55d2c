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

    public static string Full(string folder, string path) => Path.GetFullPath(Path.Combine(folder, path));
}
