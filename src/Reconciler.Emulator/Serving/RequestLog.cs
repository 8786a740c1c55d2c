namespace Reconciler.Emulator.Serving;

/// <summary>The requests answered so far; beyond a bound, the oldest are forgotten.</summary>
internal sealed class RequestLog(Action<LoggedRequest>? answered)
{
    private const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Queue<LoggedRequest> _requests = new();

    public void Add(LoggedRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Most)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }

        answered?.Invoke(request);
    }

    public IReadOnlyList<LoggedRequest> All()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
