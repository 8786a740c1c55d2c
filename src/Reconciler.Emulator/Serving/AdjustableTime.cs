namespace Reconciler.Emulator.Serving;

/// <summary>A clock that runs as another one does, ahead of it by what it was advanced. Who waits on it is woken when its time has come.</summary>
public sealed class AdjustableTime(TimeProvider real) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<AdjustableTimer> _waiting = [];
    private TimeSpan _ahead;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override long TimestampFrequency => real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return real.GetUtcNow() + _ahead;
        }
    }

    /// <summary>Measures durations, which do not get longer by setting a clock.</summary>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <summary>Moves the clock ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It would go back, or past the end of the calendar.</exception>
    public void Advance(TimeSpan by)
    {
        AdjustableTimer[] waiting;
        lock (_gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(by, DateTimeOffset.MaxValue - real.GetUtcNow() - _ahead);
            _ahead += by;
            waiting = [.. _waiting];
        }

        foreach (var timer in waiting)
        {
            timer.Reschedule();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new AdjustableTimer(this, (made, gone) =>
        {
            lock (_gate)
            {
                _ = gone ? _waiting.Remove(made) : _waiting.Add(made);
            }
        });
        timer.Start(real.CreateTimer(_ => callback(state), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), dueTime, period);
        return timer;
    }
}
