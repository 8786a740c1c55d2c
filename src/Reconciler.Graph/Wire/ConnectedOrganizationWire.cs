using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>A connected organization as Graph writes it (contract 11).</summary>
internal static class ConnectedOrganizationWire
{
    public const string InternalSponsors = "internalSponsors";
    public const string ExternalSponsors = "externalSponsors";
    private const string Sources = "identitySources";
    private const string Proposed = "proposed";

    public static ActualEntity ToEntity(JsonObject organization, TenantNames names)
    {
        var entity = new ConnectedOrganization
        {
            Name = organization.Text("displayName") ?? "",
            Description = organization.Text("description") ?? "",
            State = organization.Text("state").Means(Proposed) ? OrganizationState.Proposed : OrganizationState.Configured,
            IdentitySources = organization.Items(Sources).Select(IdentitySourceWire.ToSource).ToEquatableArray(),

            // They are read only where somebody may manage them.
            Sponsors = !organization.ContainsKey(InternalSponsors) ? default(Setting<Sponsors>) : new Sponsors
            {
                Internal = Of(organization, InternalSponsors, names),
                External = Of(organization, ExternalSponsors, names),
            },
        };
        return new ActualEntity(entity, organization.Id(), null);
    }

    public static Reference ToReference(JsonObject organization) =>
        new(ReferenceKind.Organization, organization.Text("displayName") ?? "", organization.Id());

    public static IEnumerable<string> SponsorIds(JsonObject organization) =>
        organization.Items(InternalSponsors).Concat(organization.Items(ExternalSponsors)).Select(sponsor => sponsor.Id());

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
            WireList.Overlay(there?[Sources], sources, IdentitySourceWire.ToSource, source => IdentitySourceWire.From(source, changes.Name)));

    private static EquatableArray<Reference> Of(JsonObject organization, string list, TenantNames names) =>
        organization.Items(list).Select(sponsor => names.Principal(sponsor.Id())).ToEquatableArray();
}
