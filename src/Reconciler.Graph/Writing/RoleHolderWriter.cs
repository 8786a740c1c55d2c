using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Gives roles of entitlement management and takes them away (contract 3). One has neither name nor update: who, which and where make it.</summary>
internal sealed class RoleHolderWriter(WriteSender sender, GraphPages pages, RunMemory memory)
{
    public async Task<string> AddAsync(Handle target, ListItem.RoleHolder item, CancellationToken cancellationToken)
    {
        var doing = Doing.Adding(item, target);
        if (!memory.Lacks(target, item) && await FindAsync(target, item, doing, cancellationToken) is [var first, ..])
        {
            return first;
        }

        var body = RoleAssignmentWire.From(item.Role, IdOf(item.Who), CatalogOf(target));
        var call = GraphCall.Post(GraphPath.RoleAssignments, doing, body);
        return (await sender.SendAsync(call, [target.Id], LookAsync, looksWhenRefused: true, cancellationToken)).Id();

        async Task<JsonObject?> LookAsync() => await FindAsync(target, item, doing, cancellationToken) is [var there, ..] ? new JsonObject { ["id"] = there } : null;
    }

    public async Task RemoveAsync(Handle target, ListItem.RoleHolder item, CancellationToken cancellationToken)
    {
        var doing = Doing.Removing(item, target);
        foreach (var id in await FindAsync(target, item, doing, cancellationToken))
        {
            try
            {
                await sender.SendAsync(GraphCall.Delete($"{GraphPath.RoleAssignments}/{OData.Segment(id)}", doing), [], cancellationToken);
            }
            catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
            {
                // Somebody else was faster.
            }
        }
    }

    private static string? CatalogOf(Handle target) => target.Key.Kind == EntityKind.Catalog ? target.RequiredId : null;

    private static string IdOf(Reference who) => who.Id ?? throw new InvalidOperationException($"{who} has no id yet.");

    private async Task<List<string>> FindAsync(Handle target, ListItem.RoleHolder item, string doing, CancellationToken cancellationToken)
    {
        var catalogId = CatalogOf(target);
        var filter = catalogId is null
            ? $"{RoleAssignmentWire.RoleDefinition} eq {OData.Literal(RoleAssignmentWire.IdOf(item.Role))}"
            : $"appScopeId eq {OData.Literal(RoleAssignmentWire.ScopeOf(catalogId))}";
        var listed = await pages.ListAsync($"{GraphPath.RoleAssignments}?{OData.Filter(filter)}", doing, cancellationToken);
        return [.. listed.Where(assignment => IsMeant(assignment)).Select(assignment => assignment.Id())];

        bool IsMeant(JsonObject assignment) =>
            RoleAssignmentWire.Is(assignment, item.Role, IdOf(item.Who)) && (catalogId is not null || RoleAssignmentWire.IsOfTenant(assignment));
    }
}
