namespace Reconciler.Entitlements;

/// <summary>What people call an entity: its kind and the names that lead to it, outermost first. Never an id.</summary>
public sealed record EntityKey(EntityKind Kind, EquatableArray<string> Path) : IComparable<EntityKey>
{
    // A key is looked up far more often than it is made.
    private int _hash;
    private EntityKey? _parent;

    private EntityKey(EntityKey original) => (Kind, Path) = (original.Kind, original.Path);

    public static EntityKey Settings { get; } = new(EntityKind.Settings, []);

    public static EntityKey TenantRoles { get; } = new(EntityKind.TenantRoles, []);

    /// <summary>The entity's own name; for what there is one of, and has none, its kind.</summary>
    public string Name => Path.IsEmpty ? Kind.ToString() : Path[^1];

    /// <summary>The key of what this entity lives in; null for what lives in the tenant itself.</summary>
    public EntityKey? Parent => _parent ??= Kind switch
    {
        EntityKind.AccessPackage or EntityKind.CustomExtension => new EntityKey(EntityKind.Catalog, [Path[0]]),
        EntityKind.AssignmentPolicy or EntityKind.DirectAssignment => new EntityKey(EntityKind.AccessPackage, [Path[0], Path[1]]),
        _ => null,
    };

    /// <summary>The name of the catalog that the entity is or is in; null outside of catalogs.</summary>
    public string? CatalogName => IsInCatalog ? Path[0] : null;

    /// <summary>Whether it is a catalog or in one, rather than the tenant's own.</summary>
    public bool IsInCatalog => Kind >= EntityKind.Catalog;

    /// <summary>The key of what bears another name in the same place.</summary>
    public EntityKey Named(string name) => this with { Path = [.. Path.SkipLast(1), name] };

    public static EntityKey Catalog(string name) => new(EntityKind.Catalog, [name]);

    public static EntityKey Package(string catalog, string name) => new(EntityKind.AccessPackage, [catalog, name]);

    public static EntityKey Organization(string name) => new(EntityKind.ConnectedOrganization, [name]);

    public static EntityKey Extension(string catalog, string name) => new(EntityKind.CustomExtension, [catalog, name]);

    /// <summary>A direct assignment, named by the user principal name: one user has one assignment of a package at a time.</summary>
    public static EntityKey Assignment(string catalog, string package, string user) => new(EntityKind.DirectAssignment, [catalog, package, user]);

    public static EntityKey Policy(string catalog, string package, string name) => new(EntityKind.AssignmentPolicy, [catalog, package, name]);

    public static bool operator <(EntityKey left, EntityKey right) => left.CompareTo(right) < 0;

    public static bool operator <=(EntityKey left, EntityKey right) => left.CompareTo(right) <= 0;

    public static bool operator >(EntityKey left, EntityKey right) => left.CompareTo(right) > 0;

    public static bool operator >=(EntityKey left, EntityKey right) => left.CompareTo(right) >= 0;

    public bool Equals(EntityKey? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Kind != other.Kind || Path.Count != other.Path.Count || GetHashCode() != other.GetHashCode())
        {
            return false;
        }

        // The last name is the one that differs most.
        for (var i = Path.Count - 1; i >= 0; i--)
        {
            if (!NameComparer.Instance.Equals(Path[i], other.Path[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override int GetHashCode() => _hash != 0 ? _hash : _hash = Hash();

    /// <summary>By place: the tenant's own first; what is in a catalog stands behind it, what is in a package behind that.</summary>
    public int CompareTo(EntityKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (!IsInCatalog || !other.IsInCatalog)
        {
            var byKind = Kind.CompareTo(other.Kind);
            if (byKind != 0)
            {
                return byKind;
            }
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
        Path.IsEmpty ? $"{Kind}" : string.Join(" / ", Path.Select(name => name.Replace("/", "\\/", StringComparison.Ordinal)));

    private int Hash()
    {
        var hash = HashCode.Combine(Kind, Path.Count);
        foreach (var name in Path)
        {
            hash = HashCode.Combine(hash, NameComparer.Instance.GetHashCode(name));
        }

        return hash;
    }
}
