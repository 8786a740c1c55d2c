using System.Runtime.CompilerServices;

namespace Reconciler.Tests.Metadata;

/// <summary>Graph's metadata beside the repository, which is read in place and never copied.</summary>
internal static class MetadataFile
{
    /// <summary>Where it is, found from where the tests were built or run; null where it is not beside the repository.</summary>
    public static string? Locate([CallerFilePath] string callerPath = "") => Beside("graph", "em-v1.0.csdl.xml", callerPath);

    /// <summary>A file or folder of what is shared beside the repository; null where it is not there.</summary>
    public static string? Beside(string folder, string name, [CallerFilePath] string callerPath = "") =>
        Roots(AppContext.BaseDirectory).Concat(Roots(Path.GetDirectoryName(callerPath)))
            .Select(root => Path.Combine(root, "..", "shared", folder, name))
            .FirstOrDefault(Path.Exists);

    private static IEnumerable<string> Roots(string? start)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Reconciler.sln")))
            {
                yield return folder;
            }
        }
    }
}
