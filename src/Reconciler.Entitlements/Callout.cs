namespace Reconciler.Entitlements;

/// <summary>A custom extension that a policy runs at a stage (contract 7.9).</summary>
public sealed record Callout(CalloutStage At, Reference Run);

/// <summary>When a callout runs.</summary>
public enum CalloutStage
{
    RequestCreated,
    RequestApproved,
    AssignmentGranted,
    AssignmentRemoved,
    FourteenDaysBeforeExpiration,
    OneDayBeforeExpiration,
}
