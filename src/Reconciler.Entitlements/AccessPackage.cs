namespace Reconciler.Entitlements;

/// <summary>A bundle of resource roles that people request or are given together (seed 003; contract section 5).</summary>
public sealed record AccessPackage : Entity
{
    public required string Catalog { get; init; }

    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    /// <summary>Whether My Access leaves it out; it can still be requested by its link.</summary>
    public Setting<bool> Hidden { get; init; }

    /// <summary>What a holder gets. Exclusive once written.</summary>
    public Setting<EquatableArray<ResourceRole>> ResourceRoles { get; init; }

    /// <summary>Access packages and groups whose holders and members can't request this one. One-directional (contract 5.1).</summary>
    public Setting<EquatableArray<Reference>> IncompatibleWith { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Package(Catalog, Name);
}
