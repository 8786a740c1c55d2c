using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Rules;

namespace Reconciler.Emulator.State;

/// <summary>Follows navigation properties from one entity to others, as the metadata names them.</summary>
internal sealed class Navigator(TenantStore store)
{
    public IEnumerable<Entity> Follow(Entity from, string navigation) => from.Type switch
    {
        Names.Catalog => OfCatalog(from, navigation),
        Names.Package => OfPackage(from, navigation),
        Names.Policy or Names.StageSetting => OfPolicy(from, navigation),
        Names.Resource or Names.ResourceRole or Names.ResourceScope or Names.RoleScope or Names.Environment => OfResource(from, navigation),
        Names.ResourceRequest or Names.AssignmentRequest or Names.Assignment => OfRequest(from, navigation),
        Names.RoleAssignment => OfRoleAssignment(from, navigation),
        _ => OfDirectory(from, navigation),
    };

    private static IEnumerable<Entity> OfCatalog(Entity from, string navigation) => navigation switch
    {
        "resourceRoles" => from.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Roles)),
        "resourceScopes" => from.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Scopes)),
        Names.AccessPackages or Names.Resources or Names.Extensions => from.Children(navigation),
        _ => throw Unknown(from, navigation),
    };

    private IEnumerable<Entity> OfPackage(Entity from, string navigation) => navigation switch
    {
        Names.AssignmentPolicies or Names.ResourceRoleScopes => from.Children(navigation),
        "catalog" => ParentOf(from),
        Names.IncompatiblePackages => AllFound(Names.Package, from.Links(navigation)),
        Names.IncompatibleGroups => AllFound(Names.Group, from.Links(navigation)),
        Names.IncompatibleWith => store.Packages.Where(other => other.Links(Names.IncompatiblePackages).Any(from.HasId)),
        _ => throw Unknown(from, navigation),
    };

    private static IEnumerable<Entity> OfPolicy(Entity from, string navigation) => (from.Type, navigation) switch
    {
        (Names.Policy, Names.Questions or Names.StageSettings) => from.Children(navigation),
        (Names.Policy, "accessPackage") => ParentOf(from),
        (Names.Policy, "catalog") => from.Parent is { } package ? ParentOf(package) : [],
        (Names.StageSetting, Names.CustomExtension) => from.Children(navigation).Select(Referenced),
        _ => throw Unknown(from, navigation),
    };

    private IEnumerable<Entity> OfResource(Entity from, string navigation) => (from.Type, navigation) switch
    {
        (Names.Resource, Names.Roles) => HidesRoles(from) ? [] : from.Children(Names.Roles),
        (Names.Resource, Names.Scopes) => from.Children(Names.Scopes),
        (Names.Resource, "environment") => Found(Names.Environment, from.Link(Names.EnvironmentLink)),
        (Names.Resource, "uploadSessions") => [],
        (Names.ResourceRole or Names.ResourceScope, "resource") => ParentOf(from),
        (Names.RoleScope, "role") => Linked(from, Names.ResourceRole, Names.Roles, from.Link(Names.RoleLink)),
        (Names.RoleScope, "scope") => Linked(from, Names.ResourceScope, Names.Scopes, from.Link(Names.ScopeLink)),
        (Names.Environment, Names.Resources) => store.Resources.Where(resource => resource.Link(Names.EnvironmentLink) is { } id && from.HasId(id)),
        _ => throw Unknown(from, navigation),
    };

    private IEnumerable<Entity> OfRequest(Entity from, string navigation) => (from.Type, navigation) switch
    {
        (Names.ResourceRequest, "catalog") => Found(Names.Catalog, from.Link(Names.CatalogLink)),
        (Names.ResourceRequest, "resource") => Found(Names.Resource, from.Link(Names.ResourceLink)),
        (Names.Assignment or Names.AssignmentRequest, "accessPackage") => Found(Names.Package, from.Link(Names.PackageLink)),
        (Names.Assignment, "assignmentPolicy") => Found(Names.Policy, from.Link(Names.PolicyLink)),
        (Names.Assignment, "target") => from.Link(Names.TargetLink) is { } id ? [SubjectOf(id)] : [],
        (Names.AssignmentRequest, "assignment") => Found(Names.Assignment, from.Link(Names.AssignmentLink)),
        (Names.AssignmentRequest, "requestor") => from.Link(Names.RequestorLink) is { } id ? [SubjectOf(id)] : [],
        _ => throw Unknown(from, navigation),
    };

    private IEnumerable<Entity> OfRoleAssignment(Entity from, string navigation) => navigation switch
    {
        "principal" => Found(Names.DirectoryObject, from.Text("principalId")),
        "roleDefinition" => RoleDefinitions.All.Where(definition => from.Text("roleDefinitionId") is { } id && definition.HasId(id)),
        "appScope" => from.Text("appScopeId") is { } scope ? [RoleScopes.Describe(store, scope)] : [],
        "directoryScope" => [],
        _ => throw Unknown(from, navigation),
    };

    private IEnumerable<Entity> OfDirectory(Entity from, string navigation) => (from.Type, navigation) switch
    {
        (Names.User, "manager") => Found(Names.User, from.Link(Names.ManagerLink)),
        (Names.User, Names.Sponsors) or (Names.Group, Names.Owners or Names.GroupMembers) => AllFound(Names.DirectoryObject, from.Links(navigation)),
        (Names.User, "memberOf") => store.Groups.Where(group => group.Links(Names.GroupMembers).Any(from.HasId)),
        (Names.ConnectedOrganization, Names.InternalSponsors or Names.ExternalSponsors) => AllFound(Names.DirectoryObject, from.Links(navigation)),
        (Names.Subject, "connectedOrganization") => [],
        _ => throw Unknown(from, navigation),
    };

    private static GraphErrorException Unknown(Entity from, string navigation) =>
        GraphErrorException.NotImplemented($"the navigation '{navigation}' of '{from.Type}'");

    // A stage keeps the id of its extension; one that has vanished is shown as little as is known of it.
    private static Entity Referenced(Entity reference) =>
        reference.Parent?.Parent?.Parent?.Parent?.Children(Names.Extensions).FirstOrDefault(extension => extension.HasId(reference.Id)) ?? reference;

    private static IEnumerable<Entity> ParentOf(Entity child) => child.Parent is { } parent ? [parent] : [];

    // By its id alone, unless a state made by hand uses one id in several catalogs.
    private IEnumerable<Entity> Linked(Entity roleScope, string typeName, string navigation, string? id)
    {
        var found = store.Find(typeName, id);
        return found is null || found.Parent?.Parent == roleScope.Parent?.Parent
            ? found is null ? [] : [found]
            : ResourcesAround(roleScope).SelectMany(resource => resource.Children(navigation)).Where(candidate => id is not null && candidate.HasId(id)).Take(1);
    }

    private static IEnumerable<Entity> ResourcesAround(Entity roleScope) => roleScope.Parent?.Parent?.Children(Names.Resources) ?? [];

    private IEnumerable<Entity> AllFound(string typeName, IEnumerable<string> ids) => ids.SelectMany(id => Found(typeName, id));

    private IEnumerable<Entity> Found(string typeName, string? id) => store.Find(typeName, id) is { } entity ? [entity] : [];

    // Observed: roles of role-assignable and PIM groups show in resourceRoles, not under $expand=roles (contract 4.4).
    private bool HidesRoles(Entity resource) =>
        store.Find(Names.Group, resource.Text("originId")) is { } group && Origins.HasEligibleRoles(group);

    private Entity SubjectOf(string targetId)
    {
        var target = store.Find(Names.DirectoryObject, targetId);
        return new(Names.Subject, new JsonObject
        {
            ["id"] = targetId,
            ["objectId"] = targetId,
            ["displayName"] = target?.Text("displayName"),
            ["principalName"] = target?.Text("userPrincipalName"),
            ["email"] = target?.Text("mail"),
            ["subjectType"] = target?.Type is Names.ServicePrincipal ? "servicePrincipal" : "user",
            ["subjectLifecycle"] = "notDefined",
        });
    }
}
