using Reconciler.Declarations;

namespace Reconciler.Cli.Commands;

/// <summary>Load and check in one: every command begins with both, and says all findings in one run.</summary>
internal static class Workspaces
{
    public static LoadResult Load(string folder)
    {
        var loaded = DeclarationLoader.Load(folder);
        return loaded with { Diagnostics = [.. loaded.Diagnostics, .. Checker.Check(loaded.Declared, loaded.Sources)] };
    }
}
