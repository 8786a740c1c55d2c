using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A catalog: a site says its region where it is not in the default one, and nothing else says one.</summary>
internal static class RepairCatalog
{
    public static Catalog Fitting(Catalog catalog) => !catalog.Resources.IsWritten ? catalog : catalog with
    {
        // One and the same, once by its name and once by its id, is only found to be one in the tenant.
        Resources = catalog.Resources.Value.DistinctBy(held => (held.Resource.Kind, held.Resource.Name, held.Resource.Name == "Twins" ? held.Resource.Id : null)).Select(held => held with
        {
            Geo = held.Resource.Kind == ReferenceKind.Site && KnownDirectory.RegionOf(held.Resource) is not KnownDirectory.DefaultRegion and var region ? region : default(Setting<string>),
            Attributes = held.Attributes.IsWritten
                ? held.Attributes.Value.Select(attribute => attribute with { Question = RepairQuestion.Fitting(attribute.Question) }).ToEquatableArray()
                : default(Setting<EquatableArray<RequiredAttribute>>),
        }).ToEquatableArray(),
    };
}
