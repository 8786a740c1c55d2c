using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds resources to catalogs, writes what is asked of their requestors, and takes them out (contract 4.2, 4.7).</summary>
internal sealed class ResourceWriter(WriteSender sender, CatalogResources resources, RunMemory memory)
{
    /// <summary>Returns when the service has taken it; the catalog lists it later. The id, where the answer tells it.</summary>
    public async Task<string?> AddAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, wanted, doing) = (catalog.RequiredId, item.Resource, Doing.Adding(item, catalog));
        var there = memory.Lacks(catalog, item) ? null : await resources.FindAsync(catalogId, wanted.Resource, doing, cancellationToken);
        if (there is null)
        {
            TenantException? doubt = null;
            try
            {
                if (await RequestAsync(catalog, CatalogResourceWire.Add(catalogId, wanted), doing, cancellationToken) is { } answer)
                {
                    return answer["resource"].Text("id");
                }
            }
            catch (TenantException refusal) when (refusal.Status == GraphRefusal.BadRequest && string.IsNullOrEmpty(refusal.Code))
            {
                // A refusal may come without its code, and then only the catalog tells whether it is there already.
                doubt = refusal;
            }

            there = await resources.FindAsync(catalogId, wanted.Resource, doing, cancellationToken);
            if (there is null && doubt is not null)
            {
                throw doubt;
            }
        }

        // One that was there already may ask its requestors for something else.
        if (there is not null && wanted.Attributes.IsWritten && CatalogResourceWire.ToResource(there)?.Attributes.Value != wanted.Attributes.Value)
        {
            await RequestAsync(catalog, CatalogResourceWire.Update(catalogId, wanted, there), doing, cancellationToken);
        }

        return there.Text("id");
    }

    public async Task ChangeAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, doing) = (catalog.RequiredId, Doing.Changing(item, catalog));
        var there = await resources.FindAsync(catalogId, item.Resource.Resource, doing, cancellationToken)
            ?? throw GraphRefusal.Refused(doing, "the catalog does not list it.");
        if (item.Resource.Attributes.IsWritten)
        {
            await RequestAsync(catalog, CatalogResourceWire.Update(catalogId, item.Resource, there), doing, cancellationToken);
        }
    }

    /// <summary>Returns when the service has taken it; the catalog lists it for a while longer.</summary>
    public async Task RemoveAsync(Handle catalog, ListItem.ResourceOf item, CancellationToken cancellationToken)
    {
        var (catalogId, doing) = (catalog.RequiredId, Doing.Removing(item, catalog));
        if (await resources.FindAsync(catalogId, item.Resource.Resource, doing, cancellationToken) is { } there)
        {
            try
            {
                await RequestAsync(catalog, CatalogResourceWire.Remove(catalogId, there.Id()), doing, cancellationToken);
            }
            catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
            {
                // Somebody else was faster, or the first answer was lost.
            }
        }
    }

    private static bool IsDone(TenantException refusal) => refusal.Code.Means("ResourceAlreadyOnboarded");

    // Either is the service's own delay: it does not see a new group yet, or still sees a role that was just taken out of a package.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Code.Means("ResourceNotFoundInOriginSystem") || refusal.Code.Means("InvalidDeleteResourceHasEntitlements");

    /// <summary>The answer; null where the service says that it is done already, as one says whose first answer was lost.</summary>
    private async Task<JsonObject?> RequestAsync(Handle catalog, JsonObject body, string doing, CancellationToken cancellationToken)
    {
        var call = GraphCall.Post(GraphPath.ResourceRequests, doing, body) with { IsRepeatable = true };
        var patience = Patience.ForEffects(sender.Time);
        while (true)
        {
            try
            {
                var answer = await sender.SendAsync(call, [catalog.Id], cancellationToken);
                resources.Forget(catalog.RequiredId);
                return answer.Text("state").Means("deliveryFailed")
                    ? throw GraphRefusal.Refused(doing, "Graph took the request and could not deliver it. Check that the resource still exists.")
                    : answer;
            }
            catch (TenantException refusal) when (IsDone(refusal))
            {
                resources.Forget(catalog.RequiredId);
                return null;
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
