namespace Reconciler.Entitlements;

/// <summary>
/// The tool's memory of one tenant. Memory, not truth: lost, every object is found by its name and adopted again, and nothing is
/// deletable but by a tombstone.
/// </summary>
public sealed record Bindings(string TenantId, EquatableArray<Binding> Entries)
{
    // What is looked up is put in order when somebody first asks, and anew for other entries.
    private Dictionary<PlacedName, Binding>? _byName;
    private Dictionary<(EntityKind, string), Binding>? _byId;

    private Bindings(Bindings original) => (TenantId, Entries, Pins) = (original.TenantId, original.Entries, original.Pins);

    /// <summary>The objects that names stood for, by kind and name.</summary>
    public EquatableArray<Pin> Pins { get; init; } = [];

    public static Bindings None(string tenantId) => new(tenantId, []);

    public Binding? Find(EntityKind kind, string? parentId, string name) =>
        (_byName ??= First(b => new PlacedName(b.Kind, b.ParentId, b.Name))).GetValueOrDefault(new PlacedName(kind, parentId, name));

    public Binding? FindById(EntityKind kind, string id) => (_byId ??= First(b => (b.Kind, b.Id))).GetValueOrDefault((kind, id));

    public bool Equals(Bindings? other) => other is not null && TenantId == other.TenantId && Entries == other.Entries && Pins == other.Pins;

    public override int GetHashCode() => HashCode.Combine(TenantId, Entries, Pins);

    /// <summary>With the binding, in the place of an older one of the same object or of the same name.</summary>
    public Bindings With(Binding binding) => this with
    {
        Entries = Entries
            .Where(b => b.Kind != binding.Kind
                || (b.Id != binding.Id && !(b.ParentId == binding.ParentId && NameComparer.Instance.Equals(b.Name, binding.Name))))
            .Append(binding)
            .OrderBy(b => b.Kind).ThenBy(b => b.ParentId, StringComparer.Ordinal).ThenBy(b => b.Name, NameComparer.Instance).ThenBy(b => b.Id, StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    /// <summary>With the pins, in the place of older ones of the same name.</summary>
    public Bindings WithPins(IEnumerable<Pin> pins)
    {
        var fresh = pins.ToList();
        return fresh.Count == 0 ? this : this with
        {
            Pins = fresh.Concat(Pins.Where(old => !fresh.Exists(pin => pin.Kind == old.Kind && NameComparer.Instance.Equals(pin.Name, old.Name))))
                .OrderBy(pin => pin.Kind).ThenBy(pin => pin.Name, NameComparer.Instance).ToEquatableArray(),
        };
    }

    public Bindings Without(EntityKind kind, string id) => this with
    {
        Entries = Entries.Where(b => b.Kind != kind || b.Id != id).ToEquatableArray(),
    };

    private Dictionary<TKey, Binding> First<TKey>(Func<Binding, TKey> keyOf)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, Binding>(Entries.Count);
        foreach (var entry in Entries)
        {
            found.TryAdd(keyOf(entry), entry);
        }

        return found;
    }
}
