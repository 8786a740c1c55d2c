namespace Reconciler.Graph.Http;

/// <summary>Waits longer each time, until a budget is used up. What counts is the waiting: a slow answer costs nothing.</summary>
internal sealed class Patience(TimeProvider time, TimeSpan first, TimeSpan longest, TimeSpan budget)
{
    private TimeSpan _next = first;
    private TimeSpan _left = budget;

    /// <summary>For the service to make visible what it has accepted (contract 1.5).</summary>
    public static Patience ForEffects(TimeProvider time) =>
        new(time, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5));

    /// <summary>Waits, for longer than last time. False, at once, when that is more than is left.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellationToken)
    {
        var delay = _next;
        if (delay > _left)
        {
            return false;
        }

        _left -= delay;
        _next = _next * 2 > longest ? longest : _next * 2;
        await Task.Delay(delay, time, cancellationToken);
        return true;
    }
}
