namespace Reconciler.Emulator.Behaving;

/// <summary>How the delivery of an assignment ends (contract 8, 9).</summary>
public enum DeliveryOutcome
{
    Delivered,
    PartiallyDelivered,
    DeliveryFailed,

    /// <summary>It stays in state <c>delivering</c>.</summary>
    Never,
}
