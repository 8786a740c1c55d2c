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
        (Names.ResourceRequest, "catalog") => Linked(store.Catalogs, from.Link(Names.CatalogLink)),
        (Names.ResourceRequest, "resource") =>
            Linked(store.Catalogs.SelectMany(catalog => catalog.Children(Names.Resources)), from.Link(Names.ResourceLink)),
        (Names.Assignment, "accessPackage") => Linked(store.Packages, from.Link(Names.PackageLink)),
        (Names.Assignment, "assignmentPolicy") => Linked(store.Policies, from.Link(Names.PolicyLink)),
        (Names.Assignment, "target") => from.Link(Names.TargetLink) is { } id ? [SubjectOf(id)] : [],
        (Names.User, "manager") => Linked(store.Users, from.Link(Names.ManagerLink)),
        (Names.Group, Names.Owners or Names.GroupMembers) => from.Links(navigation).SelectMany(id => Linked(store.Directory, id)),
        _ => throw GraphErrorException.NotImplemented($"the navigation '{navigation}' of '{from.Type}'"),
    };

    private static IEnumerable<Entity> ParentOf(Entity child) => child.Parent is { } parent ? [parent] : [];

    private static IEnumerable<Entity> Linked(IEnumerable<Entity> candidates, string? id) =>
        id is null ? [] : candidates.Where(candidate => candidate.HasId(id)).Take(1);

    private static IEnumerable<Entity> ResourcesAround(Entity roleScope) => roleScope.Parent?.Parent?.Children(Names.Resources) ?? [];

    // Observed: roles of role-assignable groups show in resourceRoles, not under $expand=roles (contract 4.4).
    private bool HidesRoles(Entity resource) =>
        Linked(store.Groups, resource.Text("originId")).Any(group => group.Is("isAssignableToRole"));

    private Entity SubjectOf(string targetId)
    {
        var user = Linked(store.Users, targetId).FirstOrDefault();
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
