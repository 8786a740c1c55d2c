using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.TargetYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="TargetYaml"/>.</summary>
internal static class TargetFields
{
    public static readonly Field Catalog = Value("catalog", nameof(TargetYaml.Catalog), t => t.Catalog, (t, v) => t with { Catalog = v },
        Named("A catalog, or the one that the others are in."));

    public static readonly Field Package = Value("package", nameof(TargetYaml.Package), t => t.Package, (t, v) => t with { Package = v },
        Named("An access package of the catalog."));

    public static readonly Field Policy = Value("policy", nameof(TargetYaml.Policy), t => t.Policy, (t, v) => t with { Policy = v },
        Named("An assignment policy of the access package."));

    public static readonly Field Assignment = Value("assignment", nameof(TargetYaml.Assignment), t => t.Assignment, (t, v) => t with { Assignment = v },
        Named("The user whose direct assignment of the access package is meant."));

    public static readonly Field Extension = Value("extension", nameof(TargetYaml.Extension), t => t.Extension, (t, v) => t with { Extension = v },
        Named("A custom extension of the catalog."));

    public static readonly Field Organization = Value("organization", nameof(TargetYaml.Organization), t => t.Organization, (t, v) => t with { Organization = v },
        Named("A connected organization."));

    public static readonly Field Settings = Value("settings", nameof(TargetYaml.Settings), t => t.Settings, (t, v) => t with { Settings = v },
        new Row(Shapes.Truth, "The tenant-wide settings.") { Default = false });

    public static readonly Field TenantRoles = Value("tenantRoles", nameof(TargetYaml.TenantRoles), t => t.TenantRoles, (t, v) => t with { TenantRoles = v },
        new Row(Shapes.Truth, "The tenant-wide roles.") { Default = false });

    public static readonly Shape.Group Shape = new(
        "target", [Catalog, Package, Policy, Assignment, Extension, Organization, Settings, TenantRoles], () => new TargetYaml());

    private static Row Named(string doc) => new(new Shape.Text(HeaderFields.LongestName, MayBeEmpty: false), doc) { Default = "" };
}
