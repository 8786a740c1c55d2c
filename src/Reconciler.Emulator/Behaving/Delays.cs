namespace Reconciler.Emulator.Behaving;

/// <summary>
/// How long after a write was accepted its effect shows (contract 1.5, 23), on the tenant's clock; nothing waits unless told to. What was made
/// while a delay was zero is not hidden by turning the knob later.
/// </summary>
public sealed record Delays
{
    /// <summary>How long <c>adminAdd</c> answers 400 ResourceNotFoundInOriginSystem for a group, application or site, counted from its <c>createdDateTime</c>.</summary>
    public TimeSpan OriginVisibility { get; init; }

    /// <summary>From a delivered <c>adminAdd</c> until the catalog lists the resource.</summary>
    public TimeSpan ResourceListing { get; init; }

    /// <summary>How much later than the resource its roles are listed.</summary>
    public TimeSpan RoleListing { get; init; }

    /// <summary>How long a new catalog, package, policy or connected organization is in no list and answers 404, to what is posted below it as well.</summary>
    public TimeSpan ReadAfterCreate { get; init; }

    /// <summary>How long a deleted one of these is still read and listed. A restart of the emulator ends it.</summary>
    public TimeSpan DeleteVisibility { get; init; }

    /// <summary>How long <c>adminRemove</c> answers 400 InvalidDeleteResourceHasEntitlements after a role of the resource left its package (contract 4.7).</summary>
    public TimeSpan RoleRemoval { get; init; }

    /// <summary>From the request until an assignment is delivered, or gone (contract 8).</summary>
    public TimeSpan AssignmentDelivery { get; init; }
}
