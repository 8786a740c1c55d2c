using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>Entities to be made, with nothing but what they can't be made without.</summary>
internal static class Newcomers
{
    /// <summary>One of the kind, and what it is made in. What excludes the setting that is about to be written is left out.</summary>
    public static (Entity Entity, Handle? Parent) Of(EntityKind kind, string setting) => kind switch
    {
        EntityKind.ConnectedOrganization => (new ConnectedOrganization
        {
            Name = "New",
            IdentitySources = EquatableArray.Create<IdentitySource>([new IdentitySource.Domain("new.example")]),
        }, null),
        EntityKind.Catalog => (new Catalog { Name = "New" }, null),
        EntityKind.CustomExtension => (new CustomExtension
        {
            Catalog = Given.CatalogName,
            Name = "New",
            Runs = ExtensionOccasion.OnRequest,
            LogicApp = setting == "endpoint" ? default(Setting<LogicApp>) : new LogicApp { Subscription = "s", ResourceGroup = "r", Workflow = "w" },
        }, Given.CatalogHandle),
        EntityKind.AccessPackage => (new AccessPackage { Catalog = Given.CatalogName, Name = "New" }, Given.CatalogHandle),
        _ => (new AssignmentPolicy
        {
            Catalog = Given.CatalogName,
            Package = Given.PackageName,
            Name = "New",
            Requestors = setting == "automatic" ? default(Setting<Requestors>) : new Requestors { Who = new RequestorScope.Everyone(Population.Nobody) },
            Approval = new Approval.None(),
            Expiration = new Expiration.Never(),
        }, Given.PackageHandle),
    };
}
