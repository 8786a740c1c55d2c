using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds roles of a catalog's resources to access packages and takes them out (contract 5.3).</summary>
internal sealed class ResourceRoleWriter(GraphHttp http, GraphPages pages, CatalogResources resources)
{
    public async Task<string> AddAsync(Handle package, ListItem.RoleOf item, CancellationToken cancellationToken)
    {
        var doing = Doing.Adding(item, package);
        var patience = Patience.ForEffects(http.Time);
        while (true)
        {
            try
            {
                return await FindAsync(package, item.Role, doing, cancellationToken) ?? await PostAsync(package, item.Role, doing, cancellationToken);
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

    public async Task RemoveAsync(Handle package, ListItem.RoleOf item, CancellationToken cancellationToken)
    {
        var doing = Doing.Removing(item, package);
        if (await FindAsync(package, item.Role, doing, cancellationToken) is not { } id)
        {
            return;
        }

        try
        {
            await http.SendAsync(GraphCall.Delete(RoleScopes(package) + "/" + OData.Segment(id), doing), cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return;
        }

        var patience = Patience.ForEffects(http.Time);
        while (await FindAsync(package, item.Role, doing, cancellationToken) is not null)
        {
            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the access package still lists it");
            }
        }
    }

    // Shortly after a resource came into its catalog the service may not find it, or not its roles.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Status == GraphRefusal.NotFound && (refusal.Code.Means("ResourceNotFound") || refusal.Code.Means("RoleNotFound"));

    private static string RoleScopes(Handle package) => $"{GraphPath.Package(package.RequiredId)}/{AccessPackageWire.RoleScopes}";

    private async Task<string?> FindAsync(Handle package, ResourceRole role, string doing, CancellationToken cancellationToken)
    {
        var read = await http.GetAsync(GraphPath.RoleScopesOf(package.RequiredId), doing, cancellationToken);
        await pages.CompleteAsync(read, doing, cancellationToken);
        return read.Items(AccessPackageWire.RoleScopes).FirstOrDefault(scope => ResourceRoleWire.Is(scope, role))?.Id();
    }

    private async Task<string> PostAsync(Handle package, ResourceRole role, string doing, CancellationToken cancellationToken)
    {
        var catalogId = EntityPath.ParentIdOf(package.Key, package.Parent);
        var resource = await resources.FindAsync(catalogId, role.Resource, doing, cancellationToken)
            ?? throw GraphRefusal.Refused(doing, $"the {role.Resource} is no resource of the catalog \"{package.Key.CatalogName}\".");
        var roles = await resources.RolesAsync(catalogId, resource, doing, cancellationToken);
        var listed = Listed(roles, role, doing);
        return (await http.SendAsync(GraphCall.Post(RoleScopes(package), doing, ResourceRoleWire.From(role, resource, listed)), cancellationToken)).Id();
    }

    // The ids of a group's two ordinary roles follow from its own, so that these need no listing; of all others nothing else tells the id.
    private static JsonObject? Listed(List<JsonObject> roles, ResourceRole wanted, string doing) =>
        roles.FindAll(candidate => ResourceRoleWire.IsListed(candidate, wanted)) switch
        {
            [var only] => only,
            [_, _, ..] several => throw GraphRefusal.Refused(doing, $"several roles are called so: {Words(several)}. Name it by its id."),
            _ when wanted.Role is Role.OfGroup { Kind: GroupRole.Member or GroupRole.Owner } => null,
            _ when roles.Count == 0 => throw GraphRefusal.Refused(doing, "its catalog lists no role of it yet. Plan again later."),
            _ => throw GraphRefusal.Refused(doing, $"it has no such role. It has {Words(roles)}."),
        };

    private static string Words(List<JsonObject> roles) => string.Join(", ", roles.Select(ResourceRoleWire.NameOf).Order(StringComparer.Ordinal));
}
