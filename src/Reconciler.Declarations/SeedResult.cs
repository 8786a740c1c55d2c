using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>A seed as JSON, of the same shape as it is written; null where a finding says why not.</summary>
public sealed record SeedResult
{
    public JsonObject? Seed { get; init; }

    /// <summary>Where each key and each item stands, by its path: <c>/users/1/userPrincipalName</c>.</summary>
    public IReadOnlyDictionary<string, SourceSpan> Places { get; init; } = ImmutableDictionary<string, SourceSpan>.Empty;

    public EquatableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The text of the file by its path, to show what a finding points at.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;
}
