namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>A clock that moves only when it is told to, and on which every wait is over at once.</summary>
internal sealed class StillClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _now = start;

    public DateTimeOffset Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pass(dueTime);
        return new Timer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Pass(TimeSpan time)
    {
        lock (_lock)
        {
            _now += time;
        }
    }
}
