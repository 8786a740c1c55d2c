using Reconciler.Declarations;
using Reconciler.Declarations.Baselines;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Load and check in one: every command begins with both, and says all findings in one run.</summary>
internal static class Workspaces
{
    /// <summary>Loads a workspace for the tenant that a command works with. Without one that is an error.</summary>
    public static LoadResult Load(string folder, string? tenant)
    {
        var loaded = Check(DeclarationLoader.Load(folder, tenant), folder);
        return loaded.Workspace is { } workspace && workspace.Choose(tenant) is null
            ? loaded with { Diagnostics = [.. loaded.Diagnostics, CliDiagnostics.NotChosen(workspace, tenant)] }
            : loaded;
    }

    /// <summary>Loads a workspace for every tenant of it; what it declares is what it does for the one that a command would work with.</summary>
    public static LoadResult LoadEvery(string folder)
    {
        var loaded = DeclarationLoader.LoadEvery(folder, one => Check(one, folder));
        return loaded[0] with { Diagnostics = EveryTenant.Findings([.. loaded]), Known = loaded.SelectMany(one => one.Known).Distinct().ToEquatableArray() };
    }

    private static LoadResult Check(LoadResult loaded, string folder) => Checker.Check(loaded, BaselineReader.Read(folder, loaded));
}
