using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Catalog>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="Catalog"/>.</summary>
internal static class CatalogFields
{
    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.Catalog,
        Keyword = "Catalog",
        Doc = "A container of resources and access packages. `General` is the built-in catalog, whatever it is called in the tenant.",
        GraphTypes = ["accessPackageCatalog"],
        Header = [.. HeaderFields.Named, HeaderFields.Prune, HeaderFields.Labels],
        Settings =
        [
            Setting("description", nameof(Catalog.Description), c => c.Description, (c, v) => c with { Description = v },
                new Row(Shapes.Description, "What it is for.") { Says = "the description", Portal = "Description", Graph = ["accessPackageCatalog.description"], Default = "" }),
            Setting("enabled", nameof(Catalog.Enabled), c => c.Enabled, (c, v) => c with { Enabled = v },
                new Row(Shapes.Truth, "Whether its access packages can be requested.")
                {
                    Says = "its access packages can be requested", Portal = "Enabled", Graph = ["accessPackageCatalog.state"], Default = true,
                    Touches = Touches.FutureRequestors, Judge = Judgement.TrueWidens,
                }),
            Setting("enabledForExternalUsers", nameof(Catalog.EnabledForExternalUsers),
                c => c.EnabledForExternalUsers, (c, v) => c with { EnabledForExternalUsers = v },
                new Row(Shapes.Truth, "Whether users from outside can request its access packages.")
                {
                    Says = "users from outside can request its access packages", Portal = "Enabled for external users",
                    Graph = ["accessPackageCatalog.isExternallyVisible"], Default = false,
                    Touches = Touches.FutureRequestors, Judge = Judgement.TrueWidens,
                }),
            Setting("resources", nameof(Catalog.Resources), c => c.Resources, (c, v) => c with { Resources = v },
                new Row(
                    Shapes.KeyedSetOf<CatalogResource>(CatalogResourceFields.Shape, "resource", resource => resource.Resource),
                    "What its access packages may give roles of. Exclusive once written.")
                {
                    Says = "what its access packages may give roles of", Portal = "Resources", Graph = ["accessPackageCatalog.resources"],
                    Default = EquatableArray.Create<CatalogResource>([]), Item = resource => new ListItem.ResourceOf((CatalogResource)resource),
                }),
            Setting("delegates", nameof(Catalog.Delegates), c => c.Delegates, (c, v) => c with { Delegates = v },
                new Row(DelegateFields.Shape, "Who runs the catalog. Each list is exclusive once written.")
                {
                    Says = "who runs the catalog", Portal = "Roles and administrators",
                    Graph = ["unifiedRoleAssignment.appScopeId"], Touches = Touches.Delegates,
                }),
        ],
        Children = [new EntityList("extensions", EntityKind.CustomExtension, "The custom workflow extensions that are declared here; others are left alone.") { Portal = "Custom extensions" }],
        Blank = key => new Catalog { Name = key.Name },
    };
}
