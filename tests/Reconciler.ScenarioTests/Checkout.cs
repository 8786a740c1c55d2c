using System.Runtime.CompilerServices;

namespace Reconciler.ScenarioTests;

/// <summary>The checkout that the tests were built from, and folders to try things in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>Copies a folder of the checkout, without what runs left in it.</summary>
    public static void Copy(string relative, string to)
    {
        var from = Path.Combine(Root, relative);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.reconciler/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}
