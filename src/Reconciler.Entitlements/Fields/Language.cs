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
        ["AssignmentPolicyTemplate", "Ignore", "Waiver", "Scenario"];

    private static readonly Dictionary<EntityKind, EntityTable> ByKind = Tables.ToDictionary(table => table.Kind);

    public static EntityTable Of(EntityKind kind) => ByKind[kind];
}
