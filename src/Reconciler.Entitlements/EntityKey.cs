namespace Reconciler.Entitlements;

/// <summary>What people call an entity: its kind and the names that lead to it, outermost first. Never an id.</summary>
public sealed record EntityKey(EntityKind Kind, EquatableArray<string> Path) : IComparable<EntityKey>
{
    public static EntityKey Settings { get; } = new(EntityKind.Settings, []);

    /// <summary>The entity's own name; for <see cref="EntityKind.Settings"/>, which has none, its kind.</summary>
    public string Name => Path.IsEmpty ? Kind.ToString() : Path[^1];

    /// <summary>The key of what this entity lives in; null for what lives in the tenant itself.</summary>
    public EntityKey? Parent => Kind switch
    {
        EntityKind.AccessPackage => new EntityKey(EntityKind.Catalog, [Path[0]]),
        EntityKind.AssignmentPolicy => new EntityKey(EntityKind.AccessPackage, [Path[0], Path[1]]),
        _ => null,
    };

    /// <summary>The name of the catalog that the entity is or is in; null outside of catalogs.</summary>
    public string? CatalogName => Path.IsEmpty ? null : Path[0];

    /// <summary>The key of what bears another name in the same place.</summary>
    public EntityKey Named(string name) => this with { Path = [.. Path.SkipLast(1), name] };

    public static EntityKey Catalog(string name) => new(EntityKind.Catalog, [name]);

    public static EntityKey Package(string catalog, string name) => new(EntityKind.AccessPackage, [catalog, name]);

    public static EntityKey Policy(string catalog, string package, string name) => new(EntityKind.AssignmentPolicy, [catalog, package, name]);

    public static bool operator <(EntityKey left, EntityKey right) => left.CompareTo(right) < 0;

    public static bool operator <=(EntityKey left, EntityKey right) => left.CompareTo(right) <= 0;

    public static bool operator >(EntityKey left, EntityKey right) => left.CompareTo(right) > 0;

    public static bool operator >=(EntityKey left, EntityKey right) => left.CompareTo(right) >= 0;

    public bool Equals(EntityKey? other) =>
        other is not null && Kind == other.Kind && Path.SequenceEqual(other.Path, NameComparer.Instance);

    public override int GetHashCode() =>
        Path.Aggregate(HashCode.Combine(Kind, Path.Count), (hash, name) => HashCode.Combine(hash, NameComparer.Instance.GetHashCode(name)));

    /// <summary>By place: what is in a catalog stands behind it, what is in a package behind that.</summary>
    public int CompareTo(EntityKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < Math.Min(Path.Count, other.Path.Count); i++)
        {
            var byName = NameComparer.Instance.Compare(Path[i], other.Path[i]);
            if (byName != 0)
            {
                return byName;
            }
        }

        return (Path.Count, Kind).CompareTo((other.Path.Count, other.Kind));
    }

    /// <summary>The address shown to people: <c>General / External user package</c>, a slash inside a name written <c>\/</c>.</summary>
    public override string ToString() =>
        Path.IsEmpty ? "Settings" : string.Join(" / ", Path.Select(name => name.Replace("/", "\\/", StringComparison.Ordinal)));
}
