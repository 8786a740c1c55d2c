using System.Globalization;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>What one request gets to see: not yet what is too new, still what is gone only just (contract 1.5).</summary>
internal sealed class Sight
{
    private const int DrawOfStaleness = 11;

    private readonly Behaviour _behaviour;
    private readonly DateTimeOffset _now;
    private readonly Departures _departures;
    private readonly TimeSpan _staleness;
    private readonly bool _isPerfect;

    public Sight(EmulatedTenant tenant, Behaviour behaviour)
    {
        _behaviour = behaviour;
        _now = tenant.Options.Time.GetUtcNow();
        _departures = tenant.Departures;
        _staleness = tenant.Fortune.Draw.Meets(behaviour.Faults.StaleLists, DrawOfStaleness) ? behaviour.Faults.Staleness : TimeSpan.Zero;
        _isPerfect = !Watches(behaviour) && _departures.IsEmpty;
    }

    /// <summary>It matters when new objects were accepted; only then is it remembered.</summary>
    public static bool Watches(Behaviour behaviour) =>
        behaviour.Delays.ReadAfterCreate > TimeSpan.Zero
        || behaviour.Delays.ResourceListing > TimeSpan.Zero
        || behaviour.Delays.RoleListing > TimeSpan.Zero
        || behaviour.Transients.UnauthorizedAfterCreation > TimeSpan.Zero
        || !behaviour.Faults.StaleLists.IsNever;

    /// <summary>How long anybody can see what was deleted.</summary>
    public static TimeSpan LongestLag(Behaviour behaviour) =>
        behaviour.Faults.StaleLists.IsNever || behaviour.Faults.Staleness < behaviour.Delays.DeleteVisibility
            ? behaviour.Delays.DeleteVisibility
            : behaviour.Faults.Staleness;

    public bool Shows(Entity entity) => _isPerfect || Shows(entity, TimeSpan.Zero);

    /// <summary>The one that is gone, while it is still read.</summary>
    public Entity? Departed(string typeName, string id) =>
        _departures.After(_now - _behaviour.Delays.DeleteVisibility).LastOrDefault(entity => entity.Type == typeName && entity.HasId(id));

    /// <summary>The list as it is seen: less what is too new, and what is gone and belonged to it.</summary>
    public IEnumerable<Entity> Listed(IEnumerable<Entity> entities, string typeName, Func<Entity, bool>? belonged)
    {
        if (_isPerfect)
        {
            return entities;
        }

        var lag = _staleness > _behaviour.Delays.DeleteVisibility ? _staleness : _behaviour.Delays.DeleteVisibility;
        var departed = belonged is null || _departures.IsEmpty ? [] : _departures.After(_now - lag).Where(entity => entity.Type == typeName && belonged(entity));
        return entities.Concat(departed).Where(entity => Shows(entity, _staleness));
    }

    public bool IsUnauthorizedFor(Entity entity) => IsYoungerThan(entity, _behaviour.Transients.UnauthorizedAfterCreation);

    private bool Shows(Entity entity, TimeSpan staleness) => entity.Type switch
    {
        Names.Catalog or Names.Package or Names.Policy or Names.ConnectedOrganization => !IsYoungerThan(entity, Longer(_behaviour.Delays.ReadAfterCreate, staleness)),
        Names.Resource => !IsYoungerThan(entity, Longer(_behaviour.Delays.ResourceListing, staleness)),
        Names.ResourceRole => entity.Parent is not { } resource
            || !IsYoungerThan(resource, Longer(_behaviour.Delays.ResourceListing + _behaviour.Delays.RoleListing, staleness)),
        _ => true,
    };

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private bool IsYoungerThan(Entity entity, TimeSpan age) =>
        age > TimeSpan.Zero
        && entity.Text(Names.AcceptedAt) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var accepted)
        && _now - accepted < age;
}
