namespace Reconciler.Graph.Http;

/// <summary>Waits longer each time, until a budget is used up. What counts is the waiting: a slow answer costs nothing.</summary>
internal sealed class Patience(TimeProvider time, TimeSpan first, TimeSpan longest, TimeSpan budget)
{
    private TimeSpan _next = first;
    private TimeSpan _left = budget;

    /// <summary>For the service to make visible what it has accepted (contract 1.5).</summary>
    public static Patience ForEffects(TimeProvider time) =>
        new(time, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(5));

    /// <summary>For the service to take requests again (contract 1.6).</summary>
    public static Patience ForRetries(TimeProvider time) =>
        new(time, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));

    /// <summary>Waits, for as long as was asked or else for longer than last time. False, at once, when that is more than is left.</summary>
    public async Task<bool> WaitAsync(TimeSpan? asked, CancellationToken cancellationToken)
    {
        var delay = asked ?? _next;
        if (delay > _left)
        {
            return false;
        }

        _left -= delay;
        _next = _next * 2 > longest ? longest : _next * 2;
        await Task.Delay(delay, time, cancellationToken);
        return true;
    }

    public Task<bool> WaitAsync(CancellationToken cancellationToken) => WaitAsync(null, cancellationToken);
}
