using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.State;

/// <summary>Follows navigation properties from one entity to others, as the metadata names them.</summary>
internal sealed class Navigator(TenantStore store)
{
    public IEnumerable<Entity> Follow(Entity from, string navigation) => (from.Type, navigation) switch
    {
        (Names.Catalog, "resourceRoles") => from.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Roles)),
        (Names.Catalog, "resourceScopes") => from.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Scopes)),
        (Names.Catalog, Names.AccessPackages or Names.Resources) => from.Children(navigation),
        (Names.Package, Names.AssignmentPolicies or Names.ResourceRoleScopes) => from.Children(navigation),
        (Names.Package, "catalog") => ParentOf(from),
        (Names.Policy, Names.Questions or Names.StageSettings) => from.Children(navigation),
        (Names.Policy, "accessPackage") => ParentOf(from),
        (Names.Policy, "catalog") => from.Parent is { } package ? ParentOf(package) : [],
        (Names.StageSetting, Names.CustomExtension) => from.Children(navigation),
        (Names.Resource, Names.Roles) => HidesRoles(from) ? [] : from.Children(Names.Roles),
        (Names.Resource, Names.Scopes) => from.Children(Names.Scopes),
        (Names.Resource, "environment") => [],
        (Names.ResourceRole or Names.ResourceScope, "resource") => ParentOf(from),
        (Names.RoleScope, "role") => Linked(ResourcesAround(from).SelectMany(it => it.Children(Names.Roles)), from.Link(Names.RoleLink)),
        (Names.RoleScope, "scope") => Linked(ResourcesAround(from).SelectMany(it => it.Children(Names.Scopes)), from.Link(Names.ScopeLink)),
        (Names.ResourceRequest, "catalog") => Found(Names.Catalog, from.Link(Names.CatalogLink)),
        (Names.ResourceRequest, "resource") => Found(Names.Resource, from.Link(Names.ResourceLink)),
        (Names.Assignment, "accessPackage") => Found(Names.Package, from.Link(Names.PackageLink)),
        (Names.Assignment, "assignmentPolicy") => Found(Names.Policy, from.Link(Names.PolicyLink)),
        (Names.Assignment, "target") => from.Link(Names.TargetLink) is { } id ? [SubjectOf(id)] : [],
        (Names.User, "manager") => Found(Names.User, from.Link(Names.ManagerLink)),
        (Names.Group, Names.Owners or Names.GroupMembers) => from.Links(navigation).SelectMany(id => Found(Names.User, id).Concat(Found(Names.Group, id))),
        _ => throw GraphErrorException.NotImplemented($"the navigation '{navigation}' of '{from.Type}'"),
    };

    private static IEnumerable<Entity> ParentOf(Entity child) => child.Parent is { } parent ? [parent] : [];

    private static IEnumerable<Entity> Linked(IEnumerable<Entity> candidates, string? id) =>
        id is null ? [] : candidates.Where(candidate => candidate.HasId(id)).Take(1);

    private static IEnumerable<Entity> ResourcesAround(Entity roleScope) => roleScope.Parent?.Parent?.Children(Names.Resources) ?? [];

    private IEnumerable<Entity> Found(string typeName, string? id) => store.Find(typeName, id) is { } entity ? [entity] : [];

    // Observed: roles of role-assignable groups show in resourceRoles, not under $expand=roles (contract 4.4).
    private bool HidesRoles(Entity resource) =>
        store.Find(Names.Group, resource.Text("originId"))?.Is("isAssignableToRole") == true;

    private Entity SubjectOf(string targetId)
    {
        var user = store.Find(Names.User, targetId);
        return new(Names.Subject, new JsonObject
        {
            ["id"] = targetId,
            ["objectId"] = targetId,
            ["displayName"] = user?.Text("displayName"),
            ["principalName"] = user?.Text("userPrincipalName"),
            ["email"] = user?.Text("mail"),
            ["subjectType"] = "user",
            ["subjectLifecycle"] = "notDefined",
        });
    }
}
