using System.Text;
using Reconciler.Declarations;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>The files of a workspace.</summary>
internal sealed record WrittenWorkspace(string ReconcilerYaml, IReadOnlyList<(string Path, string Text)> Files)
{
    public LoadResult Load()
    {
        var loaded = DeclarationLoader.Load(ReconcilerYaml, Files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text))));
        return loaded with { Diagnostics = [.. loaded.Diagnostics, .. Checker.Check(loaded.Declared, loaded.Sources)] };
    }

    public override string ToString() => $"=== reconciler.yaml\n{ReconcilerYaml}{string.Concat(Files.Select(file => $"=== {file.Path}\n{file.Text}"))}";
}
