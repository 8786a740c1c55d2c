using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>What opening a tenant gave: the tenant, or findings that say why there is none.</summary>
internal sealed record Opened(OpenTenant? Tenant, EquatableArray<Diagnostic> Findings)
{
    /// <summary>The text of what was read for it, to show what a finding points at.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;
}
