using System.Collections.Frozen;

namespace Reconciler.Emulator.State;

/// <summary>How the state nests: which members of an object hold objects of their own, and which hold ids of others.</summary>
internal sealed record Layout
{
    private static readonly Layout Flat = new();

    private static readonly FrozenDictionary<string, Layout> Layouts = new Dictionary<string, Layout>
    {
        [Names.User] = Flat with { Links = [Names.ManagerLink], LinkLists = [Names.Sponsors] },
        [Names.Group] = Flat with { LinkLists = [Names.Owners, Names.GroupMembers], Unsent = [Names.ManagedByPim] },
        [Names.Site] = Flat with { Unsent = [Names.SiteRoles, Names.SiteEnvironment] },
        [Names.Catalog] = Flat with
        {
            Children = [(Names.Resources, Names.Resource), (Names.Extensions, Names.CalloutExtension), (Names.AccessPackages, Names.Package)],
            Unsent = [Names.AcceptedAt],
            HoldsMany = true,
        },
        [Names.Resource] = Flat with
        {
            Children = [(Names.Roles, Names.ResourceRole), (Names.Scopes, Names.ResourceScope)],
            Links = [Names.EnvironmentLink],
            Unsent = [Names.AcceptedAt, Names.RevokedAt],
        },
        [Names.Package] = Flat with
        {
            Children = [(Names.ResourceRoleScopes, Names.RoleScope), (Names.AssignmentPolicies, Names.Policy)],
            LinkLists = [Names.IncompatiblePackages, Names.IncompatibleGroups],
            Unsent = [Names.AcceptedAt],
            HoldsMany = true,
        },
        [Names.Policy] = Flat with
        {
            Children = [(Names.Questions, Names.Question), (Names.StageSettings, Names.StageSetting)],
            Unsent = [Names.AcceptedAt, Names.VerifiedId],
        },
        [Names.StageSetting] = Flat with { Children = [(Names.CustomExtension, Names.CalloutExtension)] },
        [Names.Assignment] = Flat with { Links = [Names.PackageLink, Names.PolicyLink, Names.TargetLink] },
        [Names.AssignmentRequest] = Flat with { Links = [Names.PackageLink, Names.AssignmentLink, Names.RequestorLink] },
        [Names.ResourceRequest] = Flat with { Links = [Names.CatalogLink, Names.ResourceLink] },
        [Names.ConnectedOrganization] = Flat with { LinkLists = [Names.InternalSponsors, Names.ExternalSponsors], Unsent = [Names.AcceptedAt] },
    }.ToFrozenDictionary();

    public IReadOnlyList<(string Member, string TypeName)> Children { get; private init; } = [];

    /// <summary>What it holds is saved each by itself; what others hold is a part of them and is saved with them.</summary>
    public bool HoldsMany { get; private init; }

    public IReadOnlyList<string> Links { get; private init; } = [];

    public IReadOnlyList<string> LinkLists { get; private init; } = [];

    /// <summary>Members the emulator needs to know but Graph tells nobody.</summary>
    public IReadOnlyList<string> Unsent { get; private init; } = [];

    public static Layout Of(string typeName) => Layouts.GetValueOrDefault(typeName, Flat);

    public bool Holds(string member) =>
        Children.Any(child => child.Member == member) || Links.Contains(member) || LinkLists.Contains(member);
}
