namespace Reconciler.Entitlements;

/// <summary>An assignment that an administrator makes, without a request (contract 8).</summary>
public sealed record DirectAssignment : Entity
{
    public required string Catalog { get; init; }

    public required string Package { get; init; }

    public required Reference User { get; init; }

    public Setting<Reference> Policy { get; init; }

    /// <summary>When it begins; at once where that is not written.</summary>
    public Setting<DateTimeOffset> From { get; init; }

    /// <summary>When it ends; as the policy says where that is not written.</summary>
    public Setting<DateTimeOffset> Until { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Assignment(Catalog, Package, User.Name ?? User.Id ?? "");
}
