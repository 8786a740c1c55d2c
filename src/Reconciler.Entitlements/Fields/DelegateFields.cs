using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Delegates>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Delegates"/>.</summary>
internal static class DelegateFields
{
    public static readonly Shape.Group Shape = new(
        "delegates",
        [
            Setting("owners", nameof(Delegates.Owners), d => d.Owners, (d, v) => d with { Owners = v },
                RoleHolders.Row(EntitlementRole.CatalogOwner, "Who may do anything in the catalog.", "the owners of the catalog", "Catalog owner")),
            Setting("readers", nameof(Delegates.Readers), d => d.Readers, (d, v) => d with { Readers = v },
                RoleHolders.Row(EntitlementRole.CatalogReader, "Who may look at everything in the catalog.", "the readers of the catalog", "Catalog reader")),
            Setting("accessPackageManagers", nameof(Delegates.AccessPackageManagers), d => d.AccessPackageManagers, (d, v) => d with { AccessPackageManagers = v },
                RoleHolders.Row(EntitlementRole.AccessPackageManager, "Who may manage its access packages.", "the access package managers of the catalog", "Access package manager")),
            Setting("assignmentManagers", nameof(Delegates.AssignmentManagers), d => d.AssignmentManagers, (d, v) => d with { AssignmentManagers = v },
                RoleHolders.Row(EntitlementRole.AssignmentManager, "Who may assign its access packages to others.", "the assignment managers of the catalog", "Access package assignment manager")),
        ],
        () => new Delegates());
}
