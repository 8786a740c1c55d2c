using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds roles of a catalog's resources to access packages and takes them out (contract 5.3).</summary>
internal sealed class ResourceRoleWriter(WriteSender sender, GraphHttp http, GraphPages pages, CatalogResources resources, RunMemory memory)
{
    public async Task<string> AddAsync(Handle package, ListItem.RoleOf item, CancellationToken cancellationToken)
    {
        var doing = Doing.Adding(item, package);
        if (!memory.Lacks(package, item) && await FindAsync(package, item.Role, doing, cancellationToken) is { } there)
        {
            return there.Id();
        }

        var catalogId = EntityPath.ParentIdOf(package.Key, package.Parent);
        var patience = Patience.ForEffects(sender.Time);
        var wasSent = false;
        while (true)
        {
            try
            {
                if (wasSent && await LookAsync() is { } made)
                {
                    return made.Id();
                }

                if (await BodyAsync(package, item.Role, doing, cancellationToken) is { } body)
                {
                    var call = GraphCall.Post(RoleScopes(package), doing, body);
                    wasSent = true;
                    return (await sender.SendAsync(call, [], LookAsync, looksWhenRefused: true, cancellationToken)).Id();
                }

                if (!await patience.WaitAsync(cancellationToken))
                {
                    throw GraphRefusal.Refused(doing, "the catalog does not list it with its roles after minutes of waiting. Plan again later.");
                }
            }
            catch (TenantException refusal) when (IsPassing(refusal) || (memory.IsMade(package.Id) && Trouble.IsNotYet(refusal)))
            {
                if (!await patience.WaitAsync(cancellationToken))
                {
                    throw;
                }
            }

            resources.Forget(catalogId);
        }

        Task<JsonObject?> LookAsync() => FindAsync(package, item.Role, doing, cancellationToken);
    }

    public async Task RemoveAsync(Handle package, ListItem.RoleOf item, CancellationToken cancellationToken)
    {
        var doing = Doing.Removing(item, package);
        if (await FindAsync(package, item.Role, doing, cancellationToken) is not { } there)
        {
            return;
        }

        try
        {
            await sender.SendAsync(GraphCall.Delete(RoleScopes(package) + "/" + OData.Segment(there.Id()), doing), [], cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            // Somebody else was faster.
        }
    }

    // Shortly after a resource came into its catalog the service may not find it, or not its roles.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Status == GraphRefusal.NotFound && (refusal.Code.Means("ResourceNotFound") || refusal.Code.Means("RoleNotFound"));

    private static string RoleScopes(Handle package) => $"{GraphPath.Package(package.RequiredId)}/{AccessPackageWire.RoleScopes}";

    private async Task<JsonObject?> FindAsync(Handle package, ResourceRole role, string doing, CancellationToken cancellationToken)
    {
        var read = await http.GetAsync(GraphPath.RoleScopesOf(package.RequiredId), doing, cancellationToken);
        await pages.CompleteAsync(read, doing, cancellationToken);
        return read.Items(AccessPackageWire.RoleScopes).FirstOrDefault(scope => ResourceRoleWire.Is(scope, role));
    }

    /// <summary>What is to be sent; null while the catalog does not list what it has been given in this run.</summary>
    private async Task<JsonObject?> BodyAsync(Handle package, ResourceRole role, string doing, CancellationToken cancellationToken)
    {
        var catalogId = EntityPath.ParentIdOf(package.Key, package.Parent);
        var isNew = memory.IsAdded(catalogId, role.Resource);
        if (await resources.RecallAsync(catalogId, role.Resource, doing, cancellationToken) is not { } resource)
        {
            return isNew ? null : throw GraphRefusal.Refused(doing, $"the {role.Resource} is no resource of the catalog \"{package.Key.CatalogName}\".");
        }

        if (FollowsFromId(role))
        {
            return ResourceRoleWire.From(role, resource, listed: null);
        }

        var roles = await resources.RolesAsync(catalogId, resource, doing, cancellationToken);
        return roles.Count == 0 && isNew ? null : ResourceRoleWire.From(role, resource, Listed(roles, role, doing));
    }

    // The ids of a group's two ordinary roles follow from its own, so that these need no listing; of all others nothing else tells the id.
    private static bool FollowsFromId(ResourceRole wanted) => wanted.Role is Role.OfGroup { Kind: GroupRole.Member or GroupRole.Owner };

    private static JsonObject Listed(List<JsonObject> roles, ResourceRole wanted, string doing) =>
        roles.FindAll(candidate => ResourceRoleWire.IsListed(candidate, wanted)) switch
        {
            [var only] => only,
            [_, _, ..] several => throw GraphRefusal.Refused(doing, $"several roles are called so: {Words(several)}. Name it by its id."),
            _ when roles.Count == 0 => throw GraphRefusal.Refused(doing, "its catalog lists no role of it yet. Plan again later."),
            _ => throw GraphRefusal.Refused(doing, $"it has no such role. It has {Words(roles)}."),
        };

    private static string Words(List<JsonObject> roles) => string.Join(", ", roles.Select(ResourceRoleWire.NameOf).Order(StringComparer.Ordinal));
}
