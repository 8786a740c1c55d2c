using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Catalog>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="Catalog"/>.</summary>
internal static class CatalogFields
{
    public static readonly Shape.Named Group = new([ReferenceKind.Group]) { Later = ["application", "site"] };

    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.Catalog,
        Keyword = "Catalog",
        Doc = "A container of resources and access packages. `General` is the built-in catalog, whatever it is called in the tenant.",
        Header = [.. HeaderFields.Named, HeaderFields.Prune, HeaderFields.Labels],
        Settings =
        [
            Setting("description", nameof(Catalog.Description), c => c.Description, (c, v) => c with { Description = v },
                new Row(Shapes.Description, "What it is for.") { Graph = "description", Default = "" }),
            Setting("enabled", nameof(Catalog.Enabled), c => c.Enabled, (c, v) => c with { Enabled = v },
                new Row(Shapes.Truth, "Whether its access packages can be requested.")
                {
                    Graph = "state", Default = true, Touches = Touches.FutureRequestors, Judge = Judgement.TrueWidens,
                }),
            Setting("enabledForExternalUsers", nameof(Catalog.EnabledForExternalUsers),
                c => c.EnabledForExternalUsers, (c, v) => c with { EnabledForExternalUsers = v },
                new Row(Shapes.Truth, "Whether users from outside can request its access packages.")
                {
                    Graph = "isExternallyVisible", Default = false, Touches = Touches.FutureRequestors, Judge = Judgement.TrueWidens,
                }),
            Setting("resources", nameof(Catalog.Resources), c => c.Resources, (c, v) => c with { Resources = v },
                new Row(Shapes.SetOf<Reference>(Group, "resource"), "What its access packages may give roles of. Exclusive once written.")
                {
                    Graph = "resources", Default = EquatableArray.Create<Reference>([]),
                }),
        ],
        Later = ["delegates", "extensions"],
        Blank = key => new Catalog { Name = key.Name },
    };
}
