using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.AccessPackage>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="AccessPackage"/>.</summary>
internal static class AccessPackageFields
{
    private static readonly Shape.Group RoleShape = new(
        "resource role",
        [
            FieldOf<ResourceRole>.Value("resource", nameof(ResourceRole.Resource), r => r.Resource, (r, v) => r with { Resource = v },
                new Row(CatalogFields.Group, "The resource, as its catalog lists it.") { Graph = "scope.originId", IsRequired = true, IsInline = true }),
            FieldOf<ResourceRole>.Value("role", nameof(ResourceRole.Role), r => r.Role, (r, v) => r with { Role = v },
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("member", GroupRole.Member, "A member of the group."),
                        new Keyword("owner", GroupRole.Owner, "An owner of the group."),
                    ]) { Later = ["eligibleMember", "eligibleOwner"] },
                    "What a holder becomes in it.") { Graph = "role.originId", Default = GroupRole.Member }),
        ],
        () => new ResourceRole { Resource = new Reference(ReferenceKind.Group, "") });

    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.AccessPackage,
        Keyword = "AccessPackage",
        Doc = "A bundle of resource roles that people request, or are given, together.",
        Header = [HeaderFields.Name, HeaderFields.Catalog, .. HeaderFields.Always, HeaderFields.Previously, HeaderFields.Drain, HeaderFields.Labels],
        Settings =
        [
            Setting("description", nameof(AccessPackage.Description), p => p.Description, (p, v) => p with { Description = v },
                new Row(Shapes.Description, "What it is for; requestors read it.") { Graph = "description", Default = "" }),
            Setting("hidden", nameof(AccessPackage.Hidden), p => p.Hidden, (p, v) => p with { Hidden = v },
                new Row(Shapes.Truth, "Whether My Access leaves it out; its link still works.")
                {
                    Graph = "isHidden", Default = false, Touches = Touches.FutureRequestors, Judge = Judgement.TrueNarrows,
                }),
            Setting("resourceRoles", nameof(AccessPackage.ResourceRoles), p => p.ResourceRoles, (p, v) => p with { ResourceRoles = v },
                new Row(Shapes.SetOf<ResourceRole>(RoleShape, "resource role"), "What a holder gets. Exclusive once written.")
                {
                    Graph = "resourceRoleScopes",
                    Default = EquatableArray.Create<ResourceRole>([]),
                    Touches = Touches.Holders,
                    Judge = Judgement.MoreWidens<ResourceRole>,
                }),
        ],
        Children = [new EntityList("policies", EntityKind.AssignmentPolicy, "The assignment policies that are declared here; others are left alone.")],
        Later = ["incompatibleWith", "assignments"],
        Blank = key => new AccessPackage { Catalog = key.Path[0], Name = key.Name },
    };
}
