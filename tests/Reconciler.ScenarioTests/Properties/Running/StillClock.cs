namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>A clock that moves only when it is told to, and on which every wait is over at once.</summary>
internal sealed class StillClock(DateTimeOffset start) : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = start;

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Now += dueTime;
        return new Timer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Pass(TimeSpan time) => Now += time;
}
