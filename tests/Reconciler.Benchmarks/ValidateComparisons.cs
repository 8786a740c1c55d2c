using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary><c>validate</c> of a large workspace, for every tenant, beside the bare parser over the same files.</summary>
internal static class ValidateComparisons
{
    private const double Bound = 2.5;

    private const int Turns = 7;

    private static readonly WorkspaceLayout[] Layouts = [new(20_000, PerFile: 1, Tenants: 1), new(20_000, PerFile: 1, Tenants: 2), new(20_000, PerFile: 10, Tenants: 2)];

    public static IEnumerable<Comparison> Measure()
    {
        foreach (var layout in Layouts)
        {
            var workspace = LargeWorkspace.Write(layout);
            yield return Comparison.Of(
                $"validate, {layout}",
                Turns,
                Bound,
                ours: () => InProcess.Time(() => InProcess.Run("validate", workspace.Folder)),
                yardstick: () => InProcess.Time(() => BareParser.Walk(workspace.Files)));
        }
    }
}
