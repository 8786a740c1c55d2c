using System.Text.Json.Nodes;
using Reconciler.Emulator.State.Logging;

namespace Reconciler.Emulator.State;

/// <summary>Everything in one tenant. Lists keep the order in which things came to be.</summary>
internal sealed class TenantStore
{
    private readonly Section _settings;
    private EntityIndex? _index;

    public TenantStore(Organization organization, Entity settings)
    {
        Organization = organization;
        _settings = new("settings", Names.Settings, this) { settings };
        Users = new("users", Names.User, this);
        Groups = new("groups", Names.Group, this);
        ServicePrincipals = new("servicePrincipals", Names.ServicePrincipal, this);
        Sites = new("sites", Names.Site, this);
        Environments = new("environments", Names.Environment, this);
        ConnectedOrganizations = new("connectedOrganizations", Names.ConnectedOrganization, this);
        RoleAssignments = new("roleAssignments", Names.RoleAssignment, this);
        Catalogs = new("catalogs", Names.Catalog, this);
        ResourceRequests = new("resourceRequests", Names.ResourceRequest, this);
        AssignmentRequests = new("assignmentRequests", Names.AssignmentRequest, this);
        Assignments = new("assignments", Names.Assignment, this);
    }

    /// <summary>What happened to the tenant since it was saved.</summary>
    public Changes Changes { get; } = new();

    public Organization Organization { get; }

    public Entity Settings => _settings[0];

    public Section Users { get; }

    public Section Groups { get; }

    public Section ServicePrincipals { get; }

    public Section Sites { get; }

    public Section Environments { get; }

    /// <summary>Which domains may be invited; kept for what reads it later. It is replaced as a whole, never written inside.</summary>
    public JsonObject? Invitations
    {
        get;
        set
        {
            field = value;
            Changes.NoteInvitations();
        }
    }

    public Section ConnectedOrganizations { get; }

    public Section RoleAssignments { get; }

    public Section Catalogs { get; }

    public Section ResourceRequests { get; }

    public Section AssignmentRequests { get; }

    public Section Assignments { get; }

    public IEnumerable<Entity> Resources => Catalogs.SelectMany(catalog => catalog.Children(Names.Resources));

    public IEnumerable<Entity> Packages => Catalogs.SelectMany(catalog => catalog.Children(Names.AccessPackages));

    public IEnumerable<Entity> Policies => Packages.SelectMany(package => package.Children(Names.AssignmentPolicies));

    public IEnumerable<Entity> Directory => Users.Concat(Groups).Concat(ServicePrincipals);

    public Entity? Find(string typeName, string? id) => (_index ??= new(this)).Find(typeName, id);

    /// <summary>To be called when an entity has come to stand in the tenant, with all that it holds.</summary>
    public void Added(Entity entity)
    {
        _index?.Add(entity);
        Changes.NoteAdded(entity);
    }

    /// <summary>To be called when an entity has been taken out and still knows where it stood.</summary>
    public void Removed(Entity entity)
    {
        _index?.Remove(entity);
        Changes.NoteRemoved(entity);
    }

    /// <summary>To be called when an entity says something else, or points at something else, than before.</summary>
    public void Changed(Entity entity) => Changes.NoteChanged(entity);

    public IEnumerable<Entity> AssignmentsOf(string link, string id) =>
        Assignments.Where(assignment => string.Equals(assignment.Link(link), id, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<Entity> LiveAssignmentsOf(string link, string id) =>
        AssignmentsOf(link, id).Where(assignment => assignment.Text("state") is not "expired");
}
