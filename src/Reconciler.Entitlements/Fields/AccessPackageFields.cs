using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.AccessPackage>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="AccessPackage"/>.</summary>
internal static class AccessPackageFields
{
    private static readonly Shape.Named Other = new([ReferenceKind.Package, ReferenceKind.Group]);

    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.AccessPackage,
        Keyword = "AccessPackage",
        Doc = "A bundle of resource roles that people request, or are given, together.",
        GraphTypes = ["accessPackage"],
        Header = [HeaderFields.Name, HeaderFields.Alias, HeaderFields.Catalog, .. HeaderFields.Always, HeaderFields.Previously, HeaderFields.Drain, HeaderFields.Labels],
        Settings =
        [
            Setting("description", nameof(AccessPackage.Description), p => p.Description, (p, v) => p with { Description = v },
                new Row(Shapes.Description, "What it is for; requestors read it.") { Says = "the description", Portal = "Description", Graph = ["accessPackage.description"], Default = "" }),
            Setting("hidden", nameof(AccessPackage.Hidden), p => p.Hidden, (p, v) => p with { Hidden = v },
                new Row(Shapes.Truth, "Whether My Access leaves it out; its link still works.")
                {
                    Says = "it is hidden in My Access", Portal = "Hidden", Graph = ["accessPackage.isHidden"], Default = false,
                    Touches = Touches.FutureRequestors, Judge = Judgement.TrueNarrows,
                }),
            Setting("resourceRoles", nameof(AccessPackage.ResourceRoles), p => p.ResourceRoles, (p, v) => p with { ResourceRoles = v },
                new Row(Shapes.SetOf<ResourceRole>(ResourceRoleFields.Shape, "resource role"), "What a holder gets. Exclusive once written.")
                {
                    Says = "what a holder gets", Portal = "Resource roles",
                    Graph = ["accessPackage.resourceRoleScopes"], Default = EquatableArray.Create<ResourceRole>([]),
                    Touches = Touches.Holders, Judge = Judgement.MoreWidens<ResourceRole>, Item = role => new ListItem.RoleOf((ResourceRole)role),
                }),
            Setting("incompatibleWith", nameof(AccessPackage.IncompatibleWith), p => p.IncompatibleWith, (p, v) => p with { IncompatibleWith = v },
                new Row(
                    Shapes.SetOf<Reference>(Other, "incompatible package or group"),
                    "Access packages whose holders, and groups whose members, can't request this one; those who hold both keep both. Exclusive once written.")
                {
                    Says = "what keeps its holders from requesting this", Portal = "Separation of duties",
                    Graph = ["accessPackage.incompatibleAccessPackages", "accessPackage.incompatibleGroups"],
                    Default = EquatableArray.Create<Reference>([]),
                    Touches = Touches.FutureRequestors, Judge = Judgement.MoreNarrows<Reference>, Item = other => new ListItem.Incompatible((Reference)other),
                }),
        ],
        Children =
        [
            new EntityList("policies", EntityKind.AssignmentPolicy, "The assignment policies that are declared here; others are left alone.") { Portal = "Policies" },
            new EntityList("assignments", EntityKind.DirectAssignment, "Direct assignments that are made where they are missing; none is taken away.") { Portal = "Assignments" },
        ],
        Blank = key => new AccessPackage { Catalog = key.Path[0], Name = key.Name },
    };
}
