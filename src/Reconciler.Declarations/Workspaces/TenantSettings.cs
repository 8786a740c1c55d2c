using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>A tenant as the workspace names it. Credentials are never here.</summary>
public sealed record TenantSettings
{
    public required string Name { get; init; }

    /// <summary><c>embedded</c> or <c>graph</c>.</summary>
    public required string Adapter { get; init; }

    /// <summary>The file of the embedded tenant's first directory, relative to the workspace; null where there is none.</summary>
    public string? Seed { get; init; }

    /// <summary>Where the seed is written; null where there is none.</summary>
    public SourceSpan? SeedWhere { get; init; }

    /// <summary>The directory's id, for <c>graph</c>.</summary>
    public string? TenantId { get; init; }

    /// <summary>The national cloud it is in, for <c>graph</c>.</summary>
    public TenantCloud Cloud { get; init; } = TenantCloud.Public;

    /// <summary>The root of a service that answers as Graph does, for <c>graph</c>; null for the cloud's.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Who gives tokens for the endpoint; there is one exactly where there is an endpoint.</summary>
    public Uri? Authority { get; init; }

    public required SourceSpan Where { get; init; }
}
