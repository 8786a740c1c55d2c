using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks;

/// <summary>Whole processes of the published tool, beside a program that says hello.</summary>
internal static class StartupComparisons
{
    private const int Turns = 25;

    public static IEnumerable<Comparison> Measure()
    {
        var hello = HelloWorld.Publish();
        var tool = Published.Of(Path.Combine(Checkout.Root, "src", "Reconciler.Cli"), "reconciler");
        var example = Path.Combine(Checkout.Root, "policies-example");
        yield return Comparison.Of("reconciler --version, beside hello world", Turns, bound: 1.5, () => tool.Time("--version"), () => hello.Time());
        yield return Comparison.Of("reconciler --help, beside hello world", Turns, bound: null, () => tool.Time("--help"), () => hello.Time());
        yield return Comparison.Of("reconciler validate policies-example, beside hello world", Turns, bound: 6, () => tool.Time("validate", example), () => hello.Time());

        var large = LargeWorkspace.Write(new WorkspaceLayout(20_000, PerFile: 1, Tenants: 1));
        yield return Comparison.Of(
            "whole process: validate, 20000 packages, beside the bare parser in process",
            turns: 5,
            bound: null,
            () => tool.Time("validate", large.Folder),
            () => InProcess.Time(() => BareParser.Walk(large.Files)));
    }
}
