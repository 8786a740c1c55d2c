namespace Reconciler.Entitlements;

/// <summary>
/// The part of a tenant that a workspace is about. Outside of it nothing is read for its own sake, changed, deleted or reported.
/// </summary>
public sealed record Scope
{
    public static Scope Whole { get; } = new() { IsWhole = true };

    public bool IsWhole { get; private init; }

    /// <summary>The names of the catalogs in it, with all that is in them.</summary>
    public EquatableArray<string> Catalogs { get; init; } = [];

    /// <summary>The names of the connected organizations in it.</summary>
    public EquatableArray<string> Organizations { get; init; } = [];

    /// <summary>Whether the tenant-wide settings are in it.</summary>
    public bool Settings { get; init; }

    /// <summary>Whether the tenant-wide roles are in it.</summary>
    public bool TenantRoles { get; init; }

    public bool Includes(EntityKey key) => IsWhole || key.Kind switch
    {
        EntityKind.Settings => Settings,
        EntityKind.TenantRoles => TenantRoles,
        EntityKind.ConnectedOrganization => Organizations.Contains(key.Name, NameComparer.Instance),
        _ => Catalogs.Contains(key.Path[0], NameComparer.Instance),
    };
}
