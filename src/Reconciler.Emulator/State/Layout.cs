using System.Collections.Frozen;

namespace Reconciler.Emulator.State;

/// <summary>How the state nests: which members of an object hold objects of their own, and which hold ids of others.</summary>
internal sealed record Layout(IReadOnlyList<(string Member, string TypeName)> Children, IReadOnlyList<string> Links, IReadOnlyList<string> LinkLists)
{
    private static readonly Layout Flat = new([], [], []);

    private static readonly FrozenDictionary<string, Layout> Layouts = new Dictionary<string, Layout>
    {
        [Names.User] = Flat with { Links = [Names.ManagerLink] },
        [Names.Group] = Flat with { LinkLists = [Names.Owners, Names.GroupMembers] },
        [Names.Catalog] = Flat with { Children = [(Names.Resources, Names.Resource), (Names.AccessPackages, Names.Package)] },
        [Names.Resource] = Flat with { Children = [(Names.Roles, Names.ResourceRole), (Names.Scopes, Names.ResourceScope)] },
        [Names.Package] = Flat with { Children = [(Names.ResourceRoleScopes, Names.RoleScope), (Names.AssignmentPolicies, Names.Policy)] },
        [Names.Policy] = Flat with { Children = [(Names.Questions, Names.Question), (Names.StageSettings, Names.StageSetting)] },
        [Names.StageSetting] = Flat with { Children = [(Names.CustomExtension, Names.CalloutExtension)] },
        [Names.Assignment] = Flat with { Links = [Names.PackageLink, Names.PolicyLink, Names.TargetLink] },
        [Names.ResourceRequest] = Flat with { Links = [Names.CatalogLink, Names.ResourceLink] },
    }.ToFrozenDictionary();

    public static Layout Of(string typeName) => Layouts.GetValueOrDefault(typeName, Flat);

    public bool Holds(string member) =>
        Children.Any(child => child.Member == member) || Links.Contains(member) || LinkLists.Contains(member);
}
