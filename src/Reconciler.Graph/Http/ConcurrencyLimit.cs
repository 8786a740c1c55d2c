namespace Reconciler.Graph.Http;

/// <summary>
/// How many requests are under way at a time: half as many once the service is throttling, one more after each round that went well
/// (contract 1.6 gives the number to begin with).
/// </summary>
internal sealed class ConcurrencyLimit
{
    public const int First = 4;
    public const int Most = 16;

    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _limit = First;
    private int _running;
    private int _wentWell;
    private long _begun;
    private long _begunAtLastCut;

    public int Current
    {
        get
        {
            lock (_lock)
            {
                return _limit;
            }
        }
    }

    /// <summary>Waits for a turn. What is returned is given back with <see cref="Leave"/>.</summary>
    public async Task<long> EnterAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskCompletionSource turn;
            lock (_lock)
            {
                if (_running < _limit)
                {
                    _running++;
                    return ++_begun;
                }

                turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(turn);
            }

            try
            {
                await turn.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                // Its turn may have come meanwhile: it is the next one's.
                Wake();
                throw;
            }
        }
    }

    /// <summary>Gives a turn back.</summary>
    /// <param name="number">What <see cref="EnterAsync"/> gave.</param>
    /// <param name="wasThrottled">Null where nothing can be said of the service's load.</param>
    public void Leave(long number, bool? wasThrottled)
    {
        lock (_lock)
        {
            _running--;
            if (wasThrottled is false)
            {
                _wentWell++;
                if (_wentWell >= _limit * 4 && _limit < Most)
                {
                    (_limit, _wentWell) = (_limit + 1, 0);
                }
            }
            else if (wasThrottled is true && number > _begunAtLastCut)
            {
                // Those that were under way with it tell of the same moment.
                (_limit, _wentWell, _begunAtLastCut) = (Math.Max(_limit / 2, 1), 0, _begun);
            }
        }

        Wake();
    }

    private void Wake()
    {
        lock (_lock)
        {
            for (var free = _limit - _running; free > 0 && _waiting.TryDequeue(out var turn);)
            {
                free -= turn.TrySetResult() ? 1 : 0;
            }
        }
    }
}
