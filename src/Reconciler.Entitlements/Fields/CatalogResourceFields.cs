using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.CatalogResource>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="CatalogResource"/>.</summary>
internal static class CatalogResourceFields
{
    public static readonly Shape.Group Shape = new(
        "resource",
        [
            Value("resource", nameof(CatalogResource.Resource), r => r.Resource, (r, v) => r with { Resource = v },
                new Row(new Shape.Named([ReferenceKind.Group, ReferenceKind.Application, ReferenceKind.Site]), "The group, the application or the site.")
                {
                    Says = "the resource", Portal = "Resource",
                    Graph = ["accessPackageResource.originId", "accessPackageResource.originSystem", "accessPackageResource.displayName"],
                    IsRequired = true, IsInline = true,
                }),
            Setting("geo", nameof(CatalogResource.Geo), r => r.Geo, (r, v) => r with { Geo = v },
                new Row(Shapes.Name, "Of a site in a multi-geo tenant: the admin address of its region, such as `https://contoso-eur-admin.sharepoint.com/`. It is fixed once the site is added.")
                { Says = "the region of the site", Graph = ["accessPackageResource.environment", "accessPackageResourceEnvironment.originId"], IsFixed = true }),
            Setting("attributes", nameof(CatalogResource.Attributes), r => r.Attributes, (r, v) => r with { Attributes = v },
                new Row(
                    Shapes.KeyedSetOf<RequiredAttribute>(RequiredAttributeFields.Shape, "attribute", attribute => attribute.Name),
                    "What every requestor of a role of it has to fill in, before the request goes on.")
                { Says = "what requestors of it have to fill in", Portal = "Require attributes", Graph = ["accessPackageResource.attributes"], Touches = Touches.FutureRequestors }),
        ],
        () => new CatalogResource { Resource = new Reference(ReferenceKind.Group, "") });
}
