using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.ConnectedOrganization>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="ConnectedOrganization"/>.</summary>
internal static class ConnectedOrganizationFields
{
    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.ConnectedOrganization,
        Keyword = "ConnectedOrganization",
        Doc = "An organization outside whose users may request access. It is recognised by its identity sources; the name is an attribute.",
        GraphTypes = ["connectedOrganization"],
        Header = HeaderFields.Named,
        Settings =
        [
            Setting("description", nameof(ConnectedOrganization.Description), o => o.Description, (o, v) => o with { Description = v },
                new Row(Shapes.Description, "What it is to us.") { Says = "the description", Portal = "Description", Graph = ["connectedOrganization.description"], Default = "" }),
            Setting("state", nameof(ConnectedOrganization.State), o => o.State, (o, v) => o with { State = v },
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("configured", OrganizationState.Configured, "Accepted, so that its users are among those of any configured organization."),
                        new Keyword("proposed", OrganizationState.Proposed, "Nobody has looked at it yet."),
                    ]),
                    "Whether it was accepted.")
                {
                    Says = "the state", Portal = "State",
                    Graph = ["connectedOrganization.state"], Default = OrganizationState.Configured, Touches = Touches.FutureRequestors,
                    Judge = (old, @new) => Judgement.TrueWidens(old is OrganizationState.Configured, @new is OrganizationState.Configured),
                }),
            Setting("identitySources", nameof(ConnectedOrganization.IdentitySources), o => o.IdentitySources, (o, v) => o with { IdentitySources = v },
                new Row(
                    Shapes.KeyedSetOf<IdentitySource>(IdentitySourceFields.Shape, "identity source", source => source.Key) with { Fewest = 1 },
                    "Where its users sign in: by these it is recognised.")
                {
                    Says = "where its users sign in", Portal = "Directory + domain",
                    Graph = ["connectedOrganization.identitySources"], Touches = Touches.FutureRequestors,
                    Judge = Judgement.MoreWidens<IdentitySource>,
                }),
            Setting("sponsors", nameof(ConnectedOrganization.Sponsors), o => o.Sponsors, (o, v) => o with { Sponsors = v },
                new Row(SponsorFields.Shape, "Who stands for it, and may approve. Each list is exclusive once written.")
                {
                    Says = "who stands for it", Portal = "Sponsors",
                    Graph = ["connectedOrganization.internalSponsors", "connectedOrganization.externalSponsors"],
                    Touches = Touches.FutureRequestors,
                }),
        ],
        NeededToCreate = [["identitySources"]],
        Blank = key => new ConnectedOrganization { Name = key.Name },
    };
}
