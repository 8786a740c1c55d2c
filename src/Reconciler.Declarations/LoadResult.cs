using System.Collections.Immutable;
using Reconciler.Declarations.Baselines;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>What loading a workspace gave: everything that could be read, and everything that is wrong.</summary>
public sealed record LoadResult
{
    /// <summary>Null where <c>reconciler.yaml</c> is missing or no YAML.</summary>
    public Workspace? Workspace { get; init; }

    /// <summary>The tenant that it was loaded for; null where the workspace has none, or none was chosen.</summary>
    public string? Tenant { get; init; }

    public EntitlementSet Declared { get; init; } = EntitlementSet.Empty;

    /// <summary>What is declared outside of the workspace's scope: it is left alone, as if it were another workspace's.</summary>
    public EquatableArray<EntityKey> OutOfScope { get; init; } = [];

    /// <summary>The names of its templates.</summary>
    public EquatableArray<string> Templates { get; init; } = [];

    public SourceMap Sources { get; init; } = SourceMap.Empty;

    /// <summary>By file, position and code.</summary>
    public EquatableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Findings that the baseline knows: counted, not shown.</summary>
    public EquatableArray<Diagnostic> Known { get; init; } = [];

    /// <summary>What is known, with what of it was found so far.</summary>
    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>The text of each file by its path, to show what a finding points at.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many policy files there are.</summary>
    public int FileCount { get; init; }

    /// <summary>Without the findings that nothing is declared yet: for what is about to declare something.</summary>
    public LoadResult MayBeEmpty() => this with { Diagnostics = Diagnostics.Where(d => !LoadDiagnostics.IsEmptiness(d)).ToEquatableArray() };
}
