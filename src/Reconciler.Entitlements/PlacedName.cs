namespace Reconciler.Entitlements;

/// <summary>A name where it is borne: by something of a kind, in something with an id. Equal as names are.</summary>
/// <param name="ParentId">Null for what lives in the tenant itself.</param>
public readonly record struct PlacedName(EntityKind Kind, string? ParentId, string Name)
{
    public bool Equals(PlacedName other) => Kind == other.Kind && ParentId == other.ParentId && NameComparer.Instance.Equals(Name, other.Name);

    public override int GetHashCode() => HashCode.Combine((int)Kind, ParentId, NameComparer.Instance.GetHashCode(Name));
}
