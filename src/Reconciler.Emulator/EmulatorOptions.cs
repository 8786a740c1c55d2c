namespace Reconciler.Emulator;

/// <summary>What an emulated tenant takes from outside, and how it behaves to begin with.</summary>
public sealed record EmulatorOptions
{
    public required TimeProvider Time { get; init; }

    public required Func<Guid> NewId { get; init; }

    /// <summary>What <see cref="EmulatedTenant.Behaviour"/> is until somebody changes it.</summary>
    public Behaviour Behaviour { get; init; } = new();
}
