namespace Reconciler.Entitlements;

/// <summary>Who may get an access package, who approves, and for how long (contract section 7).</summary>
public sealed record AssignmentPolicy : Entity
{
    public required string Catalog { get; init; }

    public required string Package { get; init; }

    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    public Setting<Requestors> Requestors { get; init; }

    /// <summary>Instead of <see cref="Requestors"/>: nobody asks.</summary>
    public Setting<Automatic> Automatic { get; init; }

    public Setting<Approval> Approval { get; init; }

    public Setting<Expiration> Expiration { get; init; }

    public Setting<Review> Review { get; init; }

    /// <summary>In the order in which requestors see them.</summary>
    public Setting<EquatableArray<Question>> Questions { get; init; }

    /// <summary>Whether those concerned get mail.</summary>
    public Setting<bool> Notifications { get; init; }

    public Setting<EquatableArray<Callout>> Callouts { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Policy(Catalog, Package, Name);
}
