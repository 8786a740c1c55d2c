namespace Reconciler.Entitlements;

/// <summary>The kinds of entity there are, in the order in which they are created: parents before children.</summary>
public enum EntityKind
{
    Settings,
    Catalog,
    AccessPackage,
    AssignmentPolicy,
}
