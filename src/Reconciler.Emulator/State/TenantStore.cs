using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Everything in one tenant. Lists keep the order in which things came to be.</summary>
internal sealed class TenantStore(Organization organization, Entity settings)
{
    private EntityIndex? _index;

    public Organization Organization { get; } = organization;

    public Entity Settings { get; } = settings;

    public List<Entity> Users { get; } = [];

    public List<Entity> Groups { get; } = [];

    public List<Entity> ServicePrincipals { get; } = [];

    public List<Entity> Sites { get; } = [];

    public List<Entity> Environments { get; } = [];

    /// <summary>Which domains may be invited; kept for what reads it later.</summary>
    public JsonObject? Invitations { get; set; }

    /// <summary>The licences of the tenant as a state or a seed says them; null is what every tenant of the emulator has.</summary>
    public JsonArray? SubscribedSkus { get; set; }

    public List<Entity> ConnectedOrganizations { get; } = [];

    public List<Entity> RoleAssignments { get; } = [];

    public List<Entity> Catalogs { get; } = [];

    public List<Entity> ResourceRequests { get; } = [];

    public List<Entity> AssignmentRequests { get; } = [];

    public List<Entity> Assignments { get; } = [];

    /// <summary>What is still to happen.</summary>
    public Schedule Schedule { get; } = new();

    /// <summary>No assignment ends before; null when somebody has to look.</summary>
    public DateTimeOffset? NextEnd { get; set; }

    public IEnumerable<Entity> Resources => Catalogs.SelectMany(catalog => catalog.Children(Names.Resources));

    public IEnumerable<Entity> Packages => Catalogs.SelectMany(catalog => catalog.Children(Names.AccessPackages));

    public IEnumerable<Entity> Policies => Packages.SelectMany(package => package.Children(Names.AssignmentPolicies));

    public IEnumerable<Entity> Directory => Users.Concat(Groups).Concat(ServicePrincipals);

    public Entity? Find(string typeName, string? id) => (_index ??= new(this)).Find(typeName, id);

    /// <summary>To be called after every write that does not say what it made and removed: what <see cref="Find"/> knows may have gone stale.</summary>
    public void ForgetIndex()
    {
        _index = null;
        NextEnd = null;
    }

    /// <summary>This one, which is in its place now, is found from now on.</summary>
    public void Made(Entity entity)
    {
        _index?.Add(entity);
        NextEnd = entity.Type == Names.Assignment ? null : NextEnd;
    }

    /// <summary>Neither this one nor what it contains is found any more.</summary>
    public void Gone(Entity entity) => _index?.Remove(entity);

    public IEnumerable<Entity> AssignmentsOf(Entity policy) =>
        AssignmentsOf(Names.PackageLink, policy.Parent?.Id ?? "").Where(assignment => assignment.Link(Names.PolicyLink) is { } id && policy.HasId(id));

    /// <summary>By package or by target, which an assignment never changes.</summary>
    public IEnumerable<Entity> AssignmentsOf(string link, string id) =>
        (_index ??= new(this)).AssignmentsOf(link, id);

    public IEnumerable<Entity> LiveAssignmentsOf(string link, string id) => AssignmentsOf(link, id).Where(IsLive);

    public IEnumerable<Entity> LiveAssignmentsOf(Entity policy) => AssignmentsOf(policy).Where(IsLive);

    private static bool IsLive(Entity assignment) => assignment.Text("state") is not "expired";
}
