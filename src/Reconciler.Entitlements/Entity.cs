namespace Reconciler.Entitlements;

/// <summary>
/// A thing of the tenant that is managed. Declared and actual entities are of the same types: in a declared one a setting may be
/// unwritten, in an actual one every setting is written.
/// </summary>
public abstract record Entity
{
    private EntityKey? _key;

    protected Entity()
    {
    }

    // The copy can bear another name: its key is made anew.
    protected Entity(Entity original) => _key = null;

    /// <summary>Asked for at every turn, and therefore made once.</summary>
    public EntityKey Key => _key ??= MakeKey();

    /// <summary>Takes over the key of what it is a copy of, where it bears the same names.</summary>
    internal void BearTheNameOf(Entity original) => _key ??= original._key;

    public virtual bool Equals(Entity? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();

    protected abstract EntityKey MakeKey();
}
