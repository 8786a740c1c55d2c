namespace Reconciler.Cli.Running;

/// <summary>A clock on which nobody waits: the embedded tenant has no lag, so that what is not there at once never comes.</summary>
internal sealed class EagerTime(TimeProvider time) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
}
