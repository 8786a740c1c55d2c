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
        Schedule = new(Changes.NoteSchedule);
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

    /// <summary>The licences of the tenant as a state or a seed says them; null is what every tenant of the emulator has.</summary>
    public JsonArray? SubscribedSkus { get; set; }

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

    /// <summary>What is still to happen.</summary>
    public Schedule Schedule { get; }

    /// <summary>No assignment ends before; null when somebody has to look.</summary>
    public DateTimeOffset? NextEnd { get; set; }

    public IEnumerable<Entity> Resources => Catalogs.SelectMany(catalog => catalog.Children(Names.Resources));

    public IEnumerable<Entity> Packages => Catalogs.SelectMany(catalog => catalog.Children(Names.AccessPackages));

    public IEnumerable<Entity> Policies => Packages.SelectMany(package => package.Children(Names.AssignmentPolicies));

    public IEnumerable<Entity> Directory => Users.Concat(Groups).Concat(ServicePrincipals);

    public Entity? Find(string typeName, string? id) => (_index ??= new(this)).Find(typeName, id);

    /// <summary>To be called when an entity has come to stand in the tenant, with all that it holds.</summary>
    public void Added(Entity entity)
    {
        _index?.Add(entity);
        Look(entity);
        Changes.NoteAdded(entity);
    }

    /// <summary>To be called when an entity has been taken out and still knows where it stood.</summary>
    public void Removed(Entity entity)
    {
        _index?.Remove(entity);
        Changes.NoteRemoved(entity);
    }

    /// <summary>To be called when an entity says something else, or points at something else, than before.</summary>
    public void Changed(Entity entity)
    {
        Look(entity);
        Changes.NoteChanged(entity);
    }

    public IEnumerable<Entity> AssignmentsOf(Entity policy) =>
        AssignmentsOf(Names.PackageLink, policy.Parent?.Id ?? "").Where(assignment => assignment.Link(Names.PolicyLink) is { } id && policy.HasId(id));

    /// <summary>By package or by target, which an assignment never changes.</summary>
    public IEnumerable<Entity> AssignmentsOf(string link, string id) =>
        (_index ??= new(this)).AssignmentsOf(link, id);

    public IEnumerable<Entity> LiveAssignmentsOf(string link, string id) => AssignmentsOf(link, id).Where(IsLive);

    public IEnumerable<Entity> LiveAssignmentsOf(Entity policy) => AssignmentsOf(policy).Where(IsLive);

    // One that is new or says something else can end sooner than all others.
    private void Look(Entity entity) => NextEnd = entity.Type == Names.Assignment ? null : NextEnd;

    private static bool IsLive(Entity assignment) => assignment.Text("state") is not "expired";
}
