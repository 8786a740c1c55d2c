namespace Reconciler.Entitlements;

/// <summary>Who stands for a connected organization. Each list that is written is enforced whole.</summary>
public sealed record Sponsors
{
    /// <summary>Members and groups of this directory.</summary>
    public Setting<EquatableArray<Reference>> Internal { get; init; }

    /// <summary>Guests of the organization.</summary>
    public Setting<EquatableArray<Reference>> External { get; init; }
}
