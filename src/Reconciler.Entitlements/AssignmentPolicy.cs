namespace Reconciler.Entitlements;

/// <summary>Who may get an access package, who approves, and for how long (contract section 7).</summary>
public sealed record AssignmentPolicy : Entity
{
    public required string Catalog { get; init; }

    public required string Package { get; init; }

    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    public Setting<Requestors> Requestors { get; init; }

    public Setting<Approval> Approval { get; init; }

    public Setting<Expiration> Expiration { get; init; }

    public override EntityKey Key => EntityKey.Policy(Catalog, Package, Name);
}
