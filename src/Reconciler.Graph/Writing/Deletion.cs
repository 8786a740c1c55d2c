using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>Deletes entities. Only a catalog waits, for the service to have noticed that its packages are gone (contract 2, 1.5).</summary>
internal sealed class Deletion(GraphHttp http, GraphPages pages, RunMemory memory)
{
    public async Task DeleteAsync(Handle target, CancellationToken cancellationToken)
    {
        var doing = Doing.To("deleting", target.Key);
        var call = GraphCall.Delete(EntityPath.Of(target, "deleting"), doing);
        var patience = Patience.ForEffects(http.Time);
        while (true)
        {
            try
            {
                await http.SendAsync(call, cancellationToken);
                break;
            }
            catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
            {
                // Somebody else was faster.
                break;
            }
            catch (TenantException refusal) when (refusal.Status is GraphRefusal.BadRequest or GraphRefusal.Conflict)
            {
                if (!await IsEmptiedAsync(target, doing, cancellationToken) || !await patience.WaitAsync(cancellationToken))
                {
                    throw;
                }
            }
        }

        memory.Deleted(target);
    }

    /// <summary>Whether this run has emptied the catalog, and nobody else has put anything into it.</summary>
    private async Task<bool> IsEmptiedAsync(Handle target, string doing, CancellationToken cancellationToken)
    {
        var id = target.RequiredId;
        if (target.Key.Kind != EntityKind.Catalog || !memory.HasDeletedFrom(id))
        {
            return false;
        }

        var url = $"{GraphPath.Packages}?{OData.Filter($"catalog/id eq {OData.Literal(id)}")}";
        var left = await pages.ListAsync(url, doing, cancellationToken);
        return left.TrueForAll(package => memory.IsDeletedFrom(id, Wire.WireJson.Id(package)));
    }
}
