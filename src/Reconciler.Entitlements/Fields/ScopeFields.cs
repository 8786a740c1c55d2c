using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Scope>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Scope"/>.</summary>
public static class ScopeFields
{
    public static Shape.Group Shape { get; } = new(
        "scope",
        [
            Value("catalogs", nameof(Scope.Catalogs), s => s.Catalogs, (s, v) => s with { Catalogs = v }, Names("catalog", "The catalogs in it, with all that is in them.")),
            Value("organizations", nameof(Scope.Organizations), s => s.Organizations, (s, v) => s with { Organizations = v },
                Names("organization", "The connected organizations in it.")),
            Value("settings", nameof(Scope.Settings), s => s.Settings, (s, v) => s with { Settings = v },
                new Row(Shapes.Truth, "Whether the tenant-wide settings are in it.") { Default = false }),
            Value("tenantRoles", nameof(Scope.TenantRoles), s => s.TenantRoles, (s, v) => s with { TenantRoles = v },
                new Row(Shapes.Truth, "Whether the tenant-wide roles are in it.") { Default = false }),
        ],
        () => new Scope());

    private static Row Names(string noun, string doc) =>
        new(Shapes.SetOf<string>(new Shape.Text(HeaderFields.LongestName, MayBeEmpty: false), noun) with { Fewest = 1 }, doc)
        {
            Default = EquatableArray.Create<string>([]),
        };
}
