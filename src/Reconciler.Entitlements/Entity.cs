namespace Reconciler.Entitlements;

/// <summary>
/// A thing of the tenant that is managed. Declared and actual entities are of the same types: in a declared one a setting may be
/// unwritten, in an actual one every setting is written.
/// </summary>
public abstract record Entity
{
    public abstract EntityKey Key { get; }
}
