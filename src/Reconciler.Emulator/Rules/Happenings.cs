using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>
/// Lets happen what is planned and due. Nothing in the tenant runs on its own: this is called before each request is answered, and what was due
/// earlier says so, as if it had happened then. A kind of event is one line here.
/// </summary>
internal static class Happenings
{
    private static readonly Dictionary<string, Action<TenantStore, ScheduledEvent>> Kinds = new(StringComparer.Ordinal)
    {
        [AssignmentDelivery.Delivery] = AssignmentDelivery.Deliver,
        [AssignmentDelivery.Removal] = AssignmentDelivery.Remove,
        [ResourceRequestDelivery.Kind] = ResourceRequestDelivery.Deliver,
    };

    public static void Run(TenantStore store, DateTimeOffset now)
    {
        while (store.Schedule.TakeDue(now) is { } happening)
        {
            Kinds[happening.Kind](store, happening);
        }
    }

    /// <summary>Refuses a state that plans what nobody knows how to do.</summary>
    public static void Check(Schedule schedule)
    {
        if (schedule.Events.FirstOrDefault(happening => !Kinds.ContainsKey(happening.Kind)) is { } unknown)
        {
            throw new TenantStateException($"/schedule: '{unknown.Kind}' is unknown; known are {string.Join(", ", Kinds.Keys)}.");
        }
    }
}
