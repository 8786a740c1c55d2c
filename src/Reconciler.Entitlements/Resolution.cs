namespace Reconciler.Entitlements;

/// <summary>What the directory answered to names: for each reference asked for, every object that bears its name (or its id, where it gave one).</summary>
public sealed class Resolution(
    IReadOnlyDictionary<Reference, EquatableArray<Reference>> candidates, IReadOnlyDictionary<string, EquatableArray<Role.Named>>? roles = null,
    IReadOnlyDictionary<Reference, EquatableArray<string>>? near = null)
{
    private Dictionary<string, Reference>? _byId;

    public static Resolution Empty { get; } = new(new Dictionary<Reference, EquatableArray<Reference>>());

    /// <summary>All objects found: none, one, or several of one name.</summary>
    public EquatableArray<Reference> Candidates(Reference asked) => candidates.GetValueOrDefault(asked);

    /// <summary>The object of the directory that was found and bears an id, under whatever name it was asked for; null for another.</summary>
    public Reference? Found(string id) => (_byId ??= ById()).GetValueOrDefault(id);

    /// <summary>Of a name that nothing bears, the names that are nearest to it, the best first; none where none is near, or nobody looked.</summary>
    public EquatableArray<string> Near(Reference asked) => near?.GetValueOrDefault(asked) ?? [];

    /// <summary>The roles of an application that was found, by its id; null where they are not known, as a site's never are.</summary>
    public EquatableArray<Role.Named>? RolesOf(Reference resource) =>
        roles is not null && resource.Id is { } id && roles.TryGetValue(id, out var known) ? known : null;

    private Dictionary<string, Reference> ById()
    {
        var byId = new Dictionary<string, Reference>(StringComparer.OrdinalIgnoreCase);
        foreach (var found in candidates.Values.SelectMany(found => found).Where(found => found.Kind.IsOfDirectory()))
        {
            byId.TryAdd(found.Id ?? "", found);
        }

        return byId;
    }
}
