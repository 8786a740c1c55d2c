using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>The grants that a workspace needs, and which of them are there.</summary>
/// <param name="Tenant">Its name in <c>reconciler.yaml</c>.</param>
/// <param name="Caller">Who signed in.</param>
public sealed record PermissionsReport(string Tenant, EquatableArray<PermissionsPurpose> Purposes, CallerKind Caller)
{
    /// <summary>Why nobody was asked what is there; null where somebody was.</summary>
    public string? NotAsked { get; init; }

    /// <summary>What kept the tenant from being asked, so that nobody takes it for an answer; null where it was asked, or was not to be.</summary>
    public TenantProblem? Problem { get; init; }

    /// <summary>Why there is no tenant to ask.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>The text of what was read for the tenant.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Catalogs that are all the workspace is about: roles in them can stand for a permission of the whole tenant.</summary>
    public EquatableArray<string> OwnedCatalogs { get; init; } = [];

    /// <summary>Whether something is needed that is certainly not there.</summary>
    public bool LacksSome => Purposes.Any(purpose => purpose.Standings.Contains(Standing.Missing));
}
