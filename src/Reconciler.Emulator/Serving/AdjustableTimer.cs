namespace Reconciler.Emulator.Serving;

/// <summary>A timer of an <see cref="AdjustableTime"/>: it knows the moment it waits for, not only for how long.</summary>
internal sealed class AdjustableTimer(AdjustableTime clock, Action<AdjustableTimer, bool> known) : ITimer
{
    private readonly Lock _gate = new();
    private ITimer? _inner;
    private DateTimeOffset? _due;
    private TimeSpan _period;

    public void Start(ITimer inner, TimeSpan dueTime, TimeSpan period)
    {
        _inner = inner;
        known(this, false);
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            _period = period;
            return _inner?.Change(dueTime, period) == true;
        }
    }

    /// <summary>The clock was moved: what is due now fires now. What has fired already waits for nothing any more.</summary>
    public void Reschedule()
    {
        lock (_gate)
        {
            var left = _due - clock.GetUtcNow();
            if (left is null)
            {
                return;
            }

            if (left <= TimeSpan.Zero)
            {
                _due = _period > TimeSpan.Zero ? clock.GetUtcNow() + _period : null;
            }

            _inner?.Change(left > TimeSpan.Zero ? left.Value : TimeSpan.Zero, _period);
        }
    }

    public void Dispose()
    {
        known(this, true);
        _inner?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
