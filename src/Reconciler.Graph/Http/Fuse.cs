namespace Reconciler.Graph.Http;

/// <summary>
/// Blows when nothing but failures came for a while: then requests fail at once, until it has rested and one of them is tried again.
/// Polly's circuit breaker counts shares of a window of time, in which the answers of better minutes hide an outage.
/// </summary>
internal sealed class Fuse(TimeProvider time)
{
    private const int MostFailures = 20;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _firstFailure;
    private DateTimeOffset _restsUntil = DateTimeOffset.MinValue;

    /// <summary>How many requests in a row have failed, where it is blown; null where requests may be sent.</summary>
    public int? Blown
    {
        get
        {
            lock (_lock)
            {
                return time.GetUtcNow() < _restsUntil ? _failures : null;
            }
        }
    }

    public void Note(bool failed)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            _firstFailure = _failures == 0 ? now : _firstFailure;
            _failures = failed ? _failures + 1 : 0;
            if (_failures >= MostFailures && now - _firstFailure >= Shortest)
            {
                _restsUntil = now + Rest;
            }
        }
    }
}
