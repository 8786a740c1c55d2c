using System.Collections.Immutable;
using Reconciler.Declarations.Expanding;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Workspaces;

/// <summary>A workspace and its patterns with the places where they are written; no place for those that are the default.</summary>
internal sealed record ReadWorkspace(Workspace Workspace, IReadOnlyList<(string Text, SourceSpan? Where)> Patterns)
{
    /// <summary>The variables of each tenant, by its name.</summary>
    public IReadOnlyDictionary<string, Variables> Variables { get; init; } = ImmutableDictionary<string, Variables>.Empty;

    /// <summary>What is assumed where <c>reconciler.yaml</c> can't be read, so that the policy files are looked at all the same.</summary>
    public static ReadWorkspace Unread { get; } = Of(new Workspace { Folder = "" });

    public static ReadWorkspace Of(Workspace workspace) => new(workspace, [.. workspace.Files.Select(pattern => (pattern, (SourceSpan?)null))]);
}
