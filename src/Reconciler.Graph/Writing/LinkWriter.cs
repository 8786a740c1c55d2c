using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds links to what exists and takes them out: incompatible packages and groups, sponsors (contract 5.1, 5.2, 11).</summary>
internal sealed class LinkWriter(WriteSender sender, Uri root, GraphPages pages, RunMemory memory)
{
    public async Task AddAsync(Handle target, ListItem item, CancellationToken cancellationToken)
    {
        var (list, doing) = (ListOf(target, item), Doing.Adding(item, target));
        if (!memory.Lacks(target, item) && await HasAsync(list, item.Names, doing, cancellationToken))
        {
            return;
        }

        var body = new JsonObject { ["@odata.id"] = new Uri(root, AddressOf(item.Names)).AbsoluteUri };
        await sender.SendAsync(GraphCall.Post($"{list}/$ref", doing, body), [target.Id, item.Names.Id], LookAsync, looksWhenRefused: true, cancellationToken);

        async Task<JsonObject?> LookAsync() => await HasAsync(list, item.Names, doing, cancellationToken) ? [] : null;
    }

    public async Task RemoveAsync(Handle target, ListItem item, CancellationToken cancellationToken)
    {
        var (list, doing) = (ListOf(target, item), Doing.Removing(item, target));
        try
        {
            await sender.SendAsync(GraphCall.Delete($"{list}/{OData.Segment(IdOf(item.Names))}/$ref", doing), [], cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            // Somebody else was faster.
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.BadRequest)
        {
            // What the service answers to one that is not there is published nowhere.
            if (await HasAsync(list, item.Names, doing, cancellationToken))
            {
                throw;
            }
        }
    }

    private static string ListOf(Handle target, ListItem item) => item switch
    {
        ListItem.Incompatible { Other.Kind: ReferenceKind.Package } => $"{GraphPath.Package(target.RequiredId)}/{AccessPackageWire.IncompatiblePackages}",
        ListItem.Incompatible => $"{GraphPath.Package(target.RequiredId)}/{AccessPackageWire.IncompatibleGroups}",
        ListItem.Sponsor { Kind: SponsorKind.External } =>
            $"{GraphPath.Organization(target.RequiredId)}/{ConnectedOrganizationWire.ExternalSponsors}",
        ListItem.Sponsor => $"{GraphPath.Organization(target.RequiredId)}/{ConnectedOrganizationWire.InternalSponsors}",
        _ => throw new InvalidOperationException($"{item} is no link."),
    };

    private static string AddressOf(Reference other) => other.Kind switch
    {
        ReferenceKind.Package => GraphPath.Package(IdOf(other)),
        ReferenceKind.Group => $"groups/{OData.Segment(IdOf(other))}",
        _ => $"users/{OData.Segment(IdOf(other))}",
    };

    private static string IdOf(Reference other) => other.Id ?? throw new InvalidOperationException($"{other} has no id yet.");

    private async Task<bool> HasAsync(string list, Reference other, string doing, CancellationToken cancellationToken) =>
        (await pages.ListAsync(list, doing, cancellationToken)).Exists(linked => linked.Text("id").Means(IdOf(other)));
}
