using System.Runtime.CompilerServices;

namespace Reconciler.UnitTests.Emulator;

/// <summary>A test that needs Graph's metadata beside the repository, and is skipped, saying so, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAgainstMetadataAttribute : FactAttribute
{
    public FactAgainstMetadataAttribute([CallerFilePath] string callerPath = "")
    {
        if (Locate(callerPath) is null)
        {
            Skip = "Not compared with Graph's metadata: ../shared/graph/em-v1.0.csdl.xml is not beside the repository.";
        }
    }

    /// <summary>The metadata file, found from where the tests were built or run.</summary>
    public static string? Locate([CallerFilePath] string callerPath = "") =>
        Roots(AppContext.BaseDirectory).Concat(Roots(Path.GetDirectoryName(callerPath)))
            .Select(root => Path.Combine(root, "..", "shared", "graph", "em-v1.0.csdl.xml"))
            .FirstOrDefault(File.Exists);

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
