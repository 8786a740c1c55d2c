using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads what is in no catalog: settings, tenant roles, connected organizations and their sponsors (contract 3, 11, 12).</summary>
internal sealed class TenantWideReader(GraphHttp http, GraphPages pages)
{
    private static readonly string[] SponsorLists = [ConnectedOrganizationWire.InternalSponsors, ConnectedOrganizationWire.ExternalSponsors];
    private readonly GraphBatch _batch = new(http, pages);

    public async Task<JsonObject?> SettingsAsync(CancellationToken cancellationToken) =>
        await http.GetAsync(GraphPath.Settings, "reading the settings of entitlement management", cancellationToken);

    public async Task<List<JsonObject>?> RolesAsync(CancellationToken cancellationToken)
    {
        var urls = new[] { EntitlementRole.CatalogCreator, EntitlementRole.ConnectedOrganizationAdministrator }
            .Select(RoleAssignmentWire.IdOf)
            .Select(id => $"{GraphPath.RoleAssignments}?{OData.Filter($"{RoleAssignmentWire.RoleDefinition} eq {OData.Literal(id)}")}");
        var lists = await _batch.ListAsync(urls, "reading the roles of entitlement management", cancellationToken);
        return [.. lists.SelectMany(list => list)];
    }

    /// <summary>All connected organizations; those of the scope with their sponsors.</summary>
    public async Task<List<JsonObject>> OrganizationsAsync(TenantPart part, CancellationToken cancellationToken)
    {
        const string Doing = "reading the connected organizations";
        var organizations = await ListAsync(part.Scope.IsWhole, Doing, cancellationToken);
        foreach (var organization in organizations)
        {
            await pages.CompleteAsync(organization, Doing, cancellationToken);
        }

        var wanted = organizations.Where(organization => part.IncludesOrganization(organization.Text("displayName") ?? "", organization.Id())).ToHashSet();
        var whole = await new MissingLists(http, _batch).FillAsync(wanted, GraphPath.Organization, SponsorLists, Doing, cancellationToken);
        return [.. organizations.Where(organization => !wanted.Contains(organization) || whole.Contains(organization))];
    }

    private async Task<List<JsonObject>> ListAsync(bool withSponsors, string doing, CancellationToken cancellationToken)
    {
        if (withSponsors)
        {
            try
            {
                return await pages.ListAsync($"{GraphPath.Organizations}?$expand={string.Join(',', SponsorLists)}", doing, cancellationToken);
            }
            catch (TenantException refusal) when (refusal.Status == GraphRefusal.BadRequest)
            {
                // Nobody documents that it can be asked so: they are read one list after the other.
            }
        }

        return await pages.ListAsync(GraphPath.Organizations, doing, cancellationToken);
    }
}
