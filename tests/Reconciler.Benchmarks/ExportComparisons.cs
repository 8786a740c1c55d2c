using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary><c>export</c> of a large tenant, beside a plain read of it and the same bytes written to the same number of files.</summary>
internal static class ExportComparisons
{
    private const double Bound = 3;

    private const int Packages = 20_000;

    private const int Turns = 3;

    public static IEnumerable<Comparison> Measure()
    {
        var folder = LargeTenant.Write(Packages);
        var policies = Path.Combine(folder, "policies");
        Export();
        var files = Directory.EnumerateFiles(policies, "*.yaml", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(policies, path), File.ReadAllText);
        yield return Comparison.Of($"export, {Packages:N0} packages", Turns, Bound, ours: () => InProcess.Time(Export, before: Clear), yardstick: () => InProcess.Time(ReadAndWrite, before: Clear));

        void Clear()
        {
            if (Directory.Exists(policies))
            {
                Directory.Delete(policies, recursive: true);
            }
        }

        void Export() => InProcess.Run("export", folder);

        void ReadAndWrite()
        {
            PlainRead.Of(folder);
            foreach (var (path, text) in files)
            {
                var full = Path.Combine(policies, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full) ?? policies);
                File.WriteAllText(full, text);
            }
        }
    }
}
