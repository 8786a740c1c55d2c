using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds resources to catalogs, writes what is asked of their requestors, and takes them out (contract 4.2, 4.7).</summary>
internal sealed class ResourceWriter(GraphHttp http, CatalogResources resources)
{
    /// <summary>Returns when the catalog lists it with its roles.</summary>
    public async Task<string> AddAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, wanted, doing) = (catalog.RequiredId, item.Resource, Doing.Adding(item, catalog));
        var patience = Patience.ForEffects(http.Time);
        if (await resources.FindAsync(catalogId, wanted.Resource, doing, cancellationToken) is null)
        {
            await RequestAsync(CatalogResourceWire.Add(catalogId, wanted), doing, patience, cancellationToken);
        }

        var there = await ListedAsync(catalogId, wanted.Resource, doing, patience, cancellationToken);

        // One that was there already may ask its requestors for something else.
        if (wanted.Attributes.IsWritten && CatalogResourceWire.ToResource(there)?.Attributes.Value != wanted.Attributes.Value)
        {
            await RequestAsync(CatalogResourceWire.Update(catalogId, wanted, there), doing, patience, cancellationToken);
        }

        return there.Id();
    }

    public async Task ChangeAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, doing) = (catalog.RequiredId, Doing.Changing(item, catalog));
        var there = await resources.FindAsync(catalogId, item.Resource.Resource, doing, cancellationToken)
            ?? throw GraphRefusal.Refused(doing, "the catalog does not list it.");
        if (item.Resource.Attributes.IsWritten)
        {
            var body = CatalogResourceWire.Update(catalogId, item.Resource, there);
            await RequestAsync(body, doing, Patience.ForEffects(http.Time), cancellationToken);
        }
    }

    public async Task RemoveAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, resource, doing) = (catalog.RequiredId, item.Resource.Resource, Doing.Removing(item, catalog));
        var patience = Patience.ForEffects(http.Time);
        if (await resources.FindAsync(catalogId, resource, doing, cancellationToken) is not { } there)
        {
            return;
        }

        await RequestAsync(CatalogResourceWire.Remove(catalogId, there.Id()), doing, patience, cancellationToken);
        while (await resources.FindAsync(catalogId, resource, doing, cancellationToken) is not null)
        {
            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the catalog still lists it");
            }
        }
    }

    private static bool IsDone(TenantException refusal) => refusal.Code.Means("ResourceAlreadyOnboarded");

    // Either is the service's own delay: it does not see a new group yet, or still sees a role that was just taken out of a package.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Code.Means("ResourceNotFoundInOriginSystem") || refusal.Code.Means("InvalidDeleteResourceHasEntitlements");

    private async Task<JsonObject> ListedAsync(
        string catalogId, Reference resource, string doing, Patience patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await resources.FindAsync(catalogId, resource, doing, cancellationToken) is { } there
                && await resources.RolesAsync(catalogId, there, doing, cancellationToken) is { Count: > 0 })
            {
                return there;
            }

            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the catalog does not list it with its roles");
            }
        }
    }

    private async Task RequestAsync(JsonObject body, string doing, Patience patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await http.SendAsync(GraphCall.Post(GraphPath.ResourceRequests, doing, body), cancellationToken);
                if (answer.Text("state").Means("deliveryFailed"))
                {
                    throw GraphRefusal.Refused(doing, "Graph took the request and could not deliver it. Check that the resource still exists.");
                }

                return;
            }
            catch (TenantException refusal) when (IsDone(refusal))
            {
                return;
            }
            catch (TenantException refusal) when (IsPassing(refusal))
            {
                if (!await patience.WaitAsync(cancellationToken))
                {
                    throw;
                }
            }
        }
    }
}
