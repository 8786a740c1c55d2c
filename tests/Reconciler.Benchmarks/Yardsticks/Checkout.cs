using System.Runtime.CompilerServices;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The checkout that this was built from, and the folder in it where measurements leave what they make.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    public static string Artifacts => Path.Combine(Root, "artifacts", "bench");

    private static string Find([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Reconciler.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Reconciler.sln is above none of the folders that this was built from.");
    }
}
