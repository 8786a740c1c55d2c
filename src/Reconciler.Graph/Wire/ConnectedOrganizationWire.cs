using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A connected organization as Graph writes it (contract 11).</summary>
internal static class ConnectedOrganizationWire
{
    public const string InternalSponsors = "internalSponsors";
    public const string ExternalSponsors = "externalSponsors";
    private const string Sources = "identitySources";
    private const string Proposed = "proposed";

    /// <summary>The organization without its sponsors: they are read only where somebody may manage them.</summary>
    public static ActualEntity ToEntity(WireValue organization)
    {
        var entity = new ConnectedOrganization
        {
            Name = organization.Text("displayName") ?? "",
            Description = organization.Text("description") ?? "",
            State = organization.Text("state").Means(Proposed) ? OrganizationState.Proposed : OrganizationState.Configured,
            IdentitySources = organization.Items(Sources).Select(IdentitySourceWire.ToSource).ToEquatableArray(),
        };
        return new ActualEntity(entity, organization.Id(), null);
    }

    public static Reference ToReference(WireValue organization) =>
        new(ReferenceKind.Organization, organization.Text("displayName") ?? "", organization.Id());

    public static Reference Sponsor(WireValue sponsor) => ById.Principal(sponsor, sponsor.Id());

    public static JsonObject From(ConnectedOrganization organization)
    {
        var body = Changes(organization, renames: true);
        Overlay(body, null, organization);
        return body;
    }

    /// <summary>The written settings alone, without the identity sources; sponsors are written one by one.</summary>
    public static JsonObject Changes(ConnectedOrganization changes, bool renames)
    {
        var body = new JsonObject();
        if (renames)
        {
            body["displayName"] = changes.Name;
        }

        changes.Description.Write(description => body["description"] = description);
        changes.State.Write(state => body["state"] = state == OrganizationState.Proposed ? Proposed : "configured");
        return body;
    }

    /// <summary>Puts the wanted identity sources into a body: those that are there as they are there.</summary>
    public static void Overlay(JsonObject body, JsonObject? there, ConnectedOrganization changes) =>
        changes.IdentitySources.Write(sources => body[Sources] =
            WireList.Overlay(there?[Sources], sources, one => IdentitySourceWire.ToSource(one), source => IdentitySourceWire.From(source, changes.Name)));
}
