namespace Reconciler.Emulator.State;

/// <summary>Counts policies being created right now, because the service refuses some that overlap (contract 7.6).</summary>
internal sealed class PolicyCreations
{
    private int _inFlight;

    /// <summary>True when no other creation is under way. Every call is paired with <see cref="Leave"/>.</summary>
    public bool Enter() => Interlocked.Increment(ref _inFlight) == 1;

    public void Leave() => Interlocked.Decrement(ref _inFlight);
}
