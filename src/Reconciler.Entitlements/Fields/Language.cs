using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The one table of fields: what can be said at all, by kind.</summary>
public static class Language
{
    public static ImmutableArray<EntityTable> Tables { get; } =
    [
        SettingsFields.Table, TenantRolesFields.Table, ConnectedOrganizationFields.Table, CatalogFields.Table, CustomExtensionFields.Table,
        AccessPackageFields.Table, AssignmentPolicyFields.Table, DirectAssignmentFields.Table,
    ];

    /// <summary>Kinds of the language that this build does not know yet.</summary>
    public static ImmutableArray<string> LaterKinds { get; } =
        ["Scenario"];

    /// <summary>The kinds of document that declare no entity.</summary>
    public static ImmutableArray<DocumentTable> Documents { get; } = [TemplateFields.Table, IgnoreFields.Table, WaiverFields.Table];

    private static readonly Dictionary<EntityKind, EntityTable> ByKind = Tables.ToDictionary(table => table.Kind);

    public static EntityTable Of(EntityKind kind) => ByKind[kind];
}
