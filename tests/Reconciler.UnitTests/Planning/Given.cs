using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Planning;

/// <summary>Entities that supply what a test does not care about. Declared references have names alone; the tenant's have ids.</summary>
internal static class Given
{
    public const string Finance = "Finance";

    public static Reference Group(string name) => new(ReferenceKind.Group, name);

    public static Reference User(string name) => new(ReferenceKind.User, name);

    /// <summary>As the directory knows it: with its id, which is made from its name.</summary>
    public static Reference Bound(this Reference reference) => reference with { Id = $"{reference.Kind}:{reference.Name}" };

    /// <summary>As a tenant shows what somebody deleted from the directory.</summary>
    public static Reference Dangling(string id) => new(ReferenceKind.Group, null, id);

    public static Catalog Catalog(string name = Finance, params Reference[] resources) => new() { Name = name, Resources = Holding(resources) };

    /// <summary>A declared catalog whose resources are not managed.</summary>
    public static Catalog OpenCatalog(string name = Finance) => new() { Name = name };

    public static Catalog HeldCatalog(string name = Finance, params Reference[] resources) => new()
    {
        Name = name,
        Description = "",
        Enabled = true,
        EnabledForExternalUsers = false,
        Resources = Holding([.. resources.Select(Bound)]),
        Delegates = new Delegates { Owners = Nobody, Readers = Nobody, AccessPackageManagers = Nobody, AssignmentManagers = Nobody },
    };

    public static EquatableArray<CatalogResource> Holding(params Reference[] resources) => resources.Select(r => new CatalogResource { Resource = r }).ToEquatableArray();

    private static EquatableArray<Reference> Nobody => [];

    public static AccessPackage Package(string name = "Reader", string catalog = Finance) => new() { Catalog = catalog, Name = name };

    public static AccessPackage Giving(this AccessPackage package, params Reference[] groups) => package with { ResourceRoles = Roles(groups) };

    public static AccessPackage HeldPackage(string name = "Reader", string catalog = Finance, params Reference[] groups) => new()
    {
        Catalog = catalog,
        Name = name,
        Description = "",
        Hidden = false,
        ResourceRoles = Roles([.. groups.Select(g => g.Id is null ? g.Bound() : g)]),
        IncompatibleWith = Nobody,
    };

    public static EquatableArray<ResourceRole> Roles(params Reference[] groups) => groups.Select(g => new ResourceRole { Resource = g }).ToEquatableArray();

    /// <summary>A declared policy that says nothing but its name.</summary>
    public static AssignmentPolicy Policy(string name = "Staff", string package = "Reader", string catalog = Finance) =>
        new() { Catalog = catalog, Package = package, Name = name };

    /// <summary>A policy that says all that a new one must.</summary>
    public static AssignmentPolicy FullPolicy(string name = "Staff", string package = "Reader", string catalog = Finance) => Policy(name, package, catalog) with
    {
        Requestors = new Requestors { Who = Everyone(Population.AnyMember) },
        Approval = new Approval.None(),
        Expiration = new Expiration.Never(),
    };

    public static AssignmentPolicy HeldPolicy(string name = "Staff", string package = "Reader", string catalog = Finance) =>
        FullPolicy(name, package, catalog) with { Description = "" };

    /// <summary>A declared organization, recognised by a domain.</summary>
    public static ConnectedOrganization Organization(string name = "Fabrikam", params string[] domains) =>
        new() { Name = name, IdentitySources = Domains(domains.Length == 0 ? ["fabrikam.example"] : domains) };

    public static ConnectedOrganization HeldOrganization(string name = "Fabrikam", params string[] domains) => Organization(name, domains) with
    {
        Description = "",
        State = OrganizationState.Configured,
        Sponsors = new Sponsors { Internal = Nobody, External = Nobody },
    };

    public static EquatableArray<IdentitySource> Domains(params string[] domains) => domains.Select(domain => (IdentitySource)new IdentitySource.Domain(domain)).ToEquatableArray();

    /// <summary>A declared extension that says all that a new one must.</summary>
    public static CustomExtension Extension(string name = "Notify", string catalog = Finance) =>
        new() { Catalog = catalog, Name = name, Runs = ExtensionOccasion.OnRequest, Endpoint = "https://a.example/hook" };

    public static CustomExtension HeldExtension(string name = "Notify", string catalog = Finance) => Extension(name, catalog) with
    {
        Description = "",
        SignIn = new ExtensionSignIn.ProofOfPossession(),
        Client = new ExtensionClient(),
        Waits = new ExtensionWait.None(),
    };

    public static Reference Application(string name) => new(ReferenceKind.Application, name);

    public static Reference OrganizationCalled(string name) => new(ReferenceKind.Organization, name);

    public static Reference PackageCalled(string name, string catalog = Finance) => new(ReferenceKind.Package, name) { Catalog = catalog };

    public static DirectAssignment Assignment(string user = "ana@a.example", string policy = "Staff", string package = "Reader", string catalog = Finance) =>
        new() { Catalog = catalog, Package = package, User = User(user), Policy = new Reference(ReferenceKind.Policy, policy) };

    public static EquatableArray<Callout> Calling(params string[] extensions) =>
        extensions.Select(name => new Callout(CalloutStage.RequestCreated, new Reference(ReferenceKind.Extension, name))).ToEquatableArray();

    public static EquatableArray<Reference> Listing(params Reference[] references) => references.ToEquatableArray();

    public static RequestorScope Everyone(Population population) => new RequestorScope.Everyone(population);

    public static RequestorScope Listed(params Reference[] principals) => new RequestorScope.Listed(principals.ToEquatableArray());

    public static Requestors Asking(RequestorScope who) => new() { Who = who };

    public static Approval Approval(params ApprovalStage[] stages) => new Approval.Required { Stages = stages.ToEquatableArray() };

    public static ApprovalStage Stage(params Reference[] approvers) => Stage([.. approvers.Select(a => new Subject.Principal(a))]);

    public static ApprovalStage Stage(Subject[] approvers) => new() { Approvers = approvers.ToEquatableArray() };

    public static ExternalUserLifecycle Lifecycle(LifecycleAction action, int days = 30) => new() { WhenLastAssignmentEnds = action, DeleteAfter = Duration.OfDays(days) };
}
