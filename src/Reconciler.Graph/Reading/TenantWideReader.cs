using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads what is in no catalog: settings, tenant roles, connected organizations and their sponsors (contract 3, 11, 12).</summary>
internal sealed class TenantWideReader(GraphHttp http, GraphPages pages)
{
    private static readonly string[] SponsorLists = [ConnectedOrganizationWire.InternalSponsors, ConnectedOrganizationWire.ExternalSponsors];
    private readonly GraphBatch _batch = new(http, pages);

    public async Task<ActualEntity?> SettingsAsync(CancellationToken cancellationToken)
    {
        using var settings = await pages.ReadAsync(GraphCall.Get(GraphPath.Settings, "reading the settings of entitlement management"), cancellationToken);
        return SettingsWire.ToEntity(settings.Root);
    }

    public async Task<ActualEntity?> RolesAsync(CancellationToken cancellationToken)
    {
        var urls = new[] { EntitlementRole.CatalogCreator, EntitlementRole.ConnectedOrganizationAdministrator }
            .Select(RoleAssignmentWire.IdOf)
            .Select(id => $"{GraphPath.RoleAssignments}?{OData.Filter($"{RoleAssignmentWire.RoleDefinition} eq {OData.Literal(id)}")}");
        var lists = await _batch.ListAsync(urls, "reading the roles of entitlement management", cancellationToken);
        return RoleAssignmentWire.ToTenantRoles(lists.SelectMany(list => list));
    }

    /// <summary>All connected organizations; those of the scope with their sponsors.</summary>
    public async Task<List<OrganizationReading>> OrganizationsAsync(TenantPart part, CancellationToken cancellationToken)
    {
        const string Doing = "reading the connected organizations";
        var organizations = await ListAsync(part.Scope.IsWhole, Doing, cancellationToken);
        return await new MissingLists(http, _batch).FillAsync(
            organizations,
            organization => organization.Organization,
            GraphPath.Organization,
            organization => part.IncludesOrganization(organization.Organization.Entity.Key.Name, organization.Organization.Id) ? Missing(organization) : [],
            Fill,
            Doing,
            cancellationToken);
    }

    private static string[] Missing(OrganizationReading organization) =>
        [.. SponsorLists.Where(list => (list == ConnectedOrganizationWire.InternalSponsors ? organization.Internal : organization.External) is null)];

    private static OrganizationReading Fill(OrganizationReading organization, string list, List<WireValue> sponsors) =>
        sponsors.ConvertAll(ConnectedOrganizationWire.Sponsor) is var read && list == ConnectedOrganizationWire.InternalSponsors
            ? organization with { Internal = read }
            : organization with { External = read };

    private async Task<List<OrganizationReading>> ListAsync(bool withSponsors, string doing, CancellationToken cancellationToken)
    {
        if (withSponsors)
        {
            try
            {
                return await pages.ListAsync($"{GraphPath.Organizations}?$expand={string.Join(',', SponsorLists)}", doing, OrganizationReading.From, cancellationToken);
            }
            catch (TenantException refusal) when (refusal.Status == GraphRefusal.BadRequest)
            {
                // Nobody documents that it can be asked so: they are read one list after the other.
            }
        }

        return await pages.ListAsync(GraphPath.Organizations, doing, OrganizationReading.From, cancellationToken);
    }
}
