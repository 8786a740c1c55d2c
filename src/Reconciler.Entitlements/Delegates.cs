namespace Reconciler.Entitlements;

/// <summary>Who runs a catalog (contract 3). Each list that is written is enforced whole.</summary>
public sealed record Delegates
{
    public Setting<EquatableArray<Reference>> Owners { get; init; }

    public Setting<EquatableArray<Reference>> Readers { get; init; }

    public Setting<EquatableArray<Reference>> AccessPackageManagers { get; init; }

    public Setting<EquatableArray<Reference>> AssignmentManagers { get; init; }
}
