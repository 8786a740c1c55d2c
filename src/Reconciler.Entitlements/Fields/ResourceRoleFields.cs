using System.Collections.Immutable;
using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.ResourceRole>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of a <see cref="ResourceRole"/>: one a kind of resource, because each has roles of its own.</summary>
internal static class ResourceRoleFields
{
    private static readonly Shape.Choice OfGroup = new(
    [
        new Keyword("member", GroupRole.Member, "A member of the group."),
        new Keyword("owner", GroupRole.Owner, "An owner of the group."),
        new Keyword("eligibleMember", GroupRole.EligibleMember, "May activate membership; for groups under privileged identity management."),
        new Keyword("eligibleOwner", GroupRole.EligibleOwner, "May activate ownership; for groups under privileged identity management."),
    ]);

    private static readonly Shape.Group ById = new(
        "role",
        [
            FieldOf<RoleId>.Value("id", nameof(RoleId.Id), r => r.Id, (r, v) => r with { Id = v },
                new Row(Shapes.Name, "An app role's id, or the number of a site's group: names of a site are per language.")
                { Says = "the role's id", Graph = ["accessPackageResourceRole.originId"], IsRequired = true }),
        ],
        () => new RoleId(""));

    private static readonly Shape.Union ByNameOrId = new(
        "role",
        [
            Shapes.Form<Role, string>(Shapes.Name, name => new Role.Named(name), r => r is Role.Named { Name: { } name } ? name : null),
            Shapes.Form<Role, RoleId>(ById, id => new Role.Named(null, id.Id), r => r is Role.Named { Name: null, Id: { } id } ? new RoleId(id) : null),
        ]);

    public static readonly Shape.Union Shape = new(
        "resource role",
        [
            Of(ReferenceKind.Group, Value("role", nameof(ResourceRole.Role), r => ((Role.OfGroup)r.Role).Kind, (r, v) => r with { Role = new Role.OfGroup(v) },
                Row(OfGroup) with { Default = GroupRole.Member })),
            Of(ReferenceKind.Application, Value("role", nameof(ResourceRole.Role), r => r.Role, (r, v) => r with { Role = v }, Row(ByNameOrId) with { IsRequired = true })),
            Of(ReferenceKind.Site, Value("role", nameof(ResourceRole.Role), r => r.Role, (r, v) => r with { Role = v }, Row(ByNameOrId) with { IsRequired = true })),
        ]);

    private static Form Of(ReferenceKind kind, Field role) => Shapes.Form<ResourceRole, ResourceRole>(
        new Shape.Group("resource role", ImmutableArray.Create(Resource(kind), role), () => new ResourceRole
        {
            Resource = new Reference(kind, ""),
            Role = kind == ReferenceKind.Group ? new Role.OfGroup(GroupRole.Member) : new Role.Named(""),
        }),
        written => written,
        held => held.Resource.Kind == kind ? held : null);

    private static Field Resource(ReferenceKind kind) => Value("resource", nameof(ResourceRole.Resource), r => r.Resource, (r, v) => r with { Resource = v },
        new Row(new Shape.Named([kind]), "The resource, as its catalog lists it.")
        {
            Says = "the resource",
            Portal = "Resource",
            Graph = ["accessPackageResourceRole.resource", "accessPackageResourceRoleScope.scope"],
            IsRequired = true,
            IsInline = true,
        });

    private static Row Row(Shape shape) => new(shape, "What a holder becomes in it.")
    {
        Says = "the role",
        Portal = "Role",
        Graph = ["accessPackageResourceRoleScope.role", "accessPackageResourceRole.displayName", "accessPackageResourceRole.originId"],
    };

    private sealed record RoleId(string Id);
}
