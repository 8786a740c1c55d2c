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

    public List<Entity> ConnectedOrganizations { get; } = [];

    public List<Entity> RoleAssignments { get; } = [];

    public List<Entity> Catalogs { get; } = [];

    public List<Entity> ResourceRequests { get; } = [];

    public List<Entity> AssignmentRequests { get; } = [];

    public List<Entity> Assignments { get; } = [];

    public IEnumerable<Entity> Resources => Catalogs.SelectMany(catalog => catalog.Children(Names.Resources));

    public IEnumerable<Entity> Packages => Catalogs.SelectMany(catalog => catalog.Children(Names.AccessPackages));

    public IEnumerable<Entity> Policies => Packages.SelectMany(package => package.Children(Names.AssignmentPolicies));

    public IEnumerable<Entity> Directory => Users.Concat(Groups).Concat(ServicePrincipals);

    public Entity? Find(string typeName, string? id) => (_index ??= new(this)).Find(typeName, id);

    /// <summary>To be called after every write: what <see cref="Find"/> knows may have gone stale.</summary>
    public void ForgetIndex() => _index = null;

    public IEnumerable<Entity> AssignmentsOf(string link, string id) =>
        Assignments.Where(assignment => string.Equals(assignment.Link(link), id, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<Entity> LiveAssignmentsOf(string link, string id) =>
        AssignmentsOf(link, id).Where(assignment => assignment.Text("state") is not "expired");
}
