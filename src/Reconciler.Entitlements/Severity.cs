namespace Reconciler.Entitlements;

/// <summary>How much a finding matters. Only errors stop anything.</summary>
public enum Severity
{
    Information,
    Warning,
    Error,
}
