namespace Reconciler.Emulator.State;

/// <summary>Something that is to happen at a time: which kind of thing, and to what. It is data, so that it outlives a restart.</summary>
internal sealed record ScheduledEvent(string Kind, DateTimeOffset Due, IReadOnlyDictionary<string, string> Details)
{
    public string? this[string detail] => Details.GetValueOrDefault(detail);
}
