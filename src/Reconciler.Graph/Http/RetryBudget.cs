namespace Reconciler.Graph.Http;

/// <summary>How long a run waits for the service, and how often it asks again, altogether. Waits at the same time count once.</summary>
internal sealed class RetryBudget(TimeProvider time, TimeSpan mostWaiting, int mostRepetitions)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _waitingUntil = DateTimeOffset.MinValue;
    private TimeSpan _left = mostWaiting;
    private int _repetitions;

    /// <summary>Takes a wait out of what is left; false, and nothing is taken, when there is not enough.</summary>
    /// <param name="isNew">Whether it is more than the rest of a wait that others are in already.</param>
    public bool TryTake(TimeSpan wait, out bool isNew)
    {
        isNew = false;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var begin = _waitingUntil > now ? _waitingUntil : now;
            var added = wait - (begin - now);
            if (added > _left || _repetitions >= mostRepetitions)
            {
                return false;
            }

            _repetitions++;
            isNew = added * 2 >= wait;
            if (added > TimeSpan.Zero)
            {
                _left -= added;
                _waitingUntil = begin + added;
            }

            return true;
        }
    }
}
