namespace Reconciler.Emulator.State;

/// <summary>What was deleted a moment ago and may still be seen (contract 1.5). It is not part of the state: a restart forgets it.</summary>
internal sealed class Departures
{
    private readonly List<(Entity Entity, DateTimeOffset Moment)> _departed = [];

    public bool IsEmpty => _departed.Count == 0;

    /// <summary>Remembers one, and forgets all that nobody can see any more.</summary>
    public void Add(Entity entity, DateTimeOffset now, TimeSpan longestLag)
    {
        _departed.RemoveAll(departed => departed.Moment + longestLag <= now);
        if (longestLag > TimeSpan.Zero)
        {
            _departed.Add((entity, now));
        }
    }

    public IEnumerable<Entity> After(DateTimeOffset moment) => _departed.Where(departed => departed.Moment > moment).Select(departed => departed.Entity);
}
