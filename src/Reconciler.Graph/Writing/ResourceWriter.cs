using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds groups to catalogs and takes them out (contract 4.2, 4.7). Each returns when the catalog lists what it should.</summary>
internal sealed class ResourceWriter(GraphHttp http, CatalogResources resources)
{
    public async Task<string> AddAsync(TenantWrite.AddResource add, CancellationToken cancellationToken)
    {
        var (catalogId, groupId) = (add.Catalog.RequiredId, IdOf(add.Resource));
        var doing = $"adding the {add.Resource} to the catalog \"{add.Catalog.Key.Name}\"";
        var patience = Patience.ForEffects(http.Time);
        var request = GraphCall.Post(GraphPath.ResourceRequests, doing, CatalogResourceWire.Add(catalogId, groupId));
        await RequestAsync(request, patience, cancellationToken);
        while (true)
        {
            if (await resources.FindAsync(catalogId, groupId, doing, cancellationToken) is { } id
                && await resources.RolesAsync(catalogId, id, doing, cancellationToken) is { Count: > 0 })
            {
                return id;
            }

            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the catalog does not list it with its roles");
            }
        }
    }

    public async Task RemoveAsync(TenantWrite.RemoveResource remove, CancellationToken cancellationToken)
    {
        var (catalogId, groupId) = (remove.Catalog.RequiredId, IdOf(remove.Resource));
        var doing = $"removing the {remove.Resource} from the catalog \"{remove.Catalog.Key.Name}\"";
        var patience = Patience.ForEffects(http.Time);
        if (await resources.FindAsync(catalogId, groupId, doing, cancellationToken) is not { } resourceId)
        {
            return;
        }

        var request = GraphCall.Post(GraphPath.ResourceRequests, doing, CatalogResourceWire.Remove(catalogId, resourceId));
        await RequestAsync(request, patience, cancellationToken);
        while (await resources.FindAsync(catalogId, groupId, doing, cancellationToken) is not null)
        {
            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the catalog still lists it");
            }
        }
    }

    internal static string IdOf(Reference resource) => resource.Id ?? throw new InvalidOperationException($"{resource} has no id yet.");

    private static bool IsDone(TenantException refusal) => refusal.Code.Means("ResourceAlreadyOnboarded");

    // Either is the service's own delay: it does not see a new group yet, or still sees a role that was just taken out of a package.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Code.Means("ResourceNotFoundInOriginSystem") || refusal.Code.Means("InvalidDeleteResourceHasEntitlements");

    private async Task RequestAsync(GraphCall call, Patience patience, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var answer = await http.SendAsync(call, cancellationToken);
                if (answer.Text("state").Means("deliveryFailed"))
                {
                    throw GraphRefusal.Refused(call.Doing, "Graph took the request and could not deliver it. Check that the group still exists.");
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
