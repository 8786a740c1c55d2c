using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Adds roles of a catalog's groups to access packages and takes them out (contract 5.3).</summary>
internal sealed class ResourceRoleWriter(GraphHttp http, GraphPages pages, CatalogResources resources)
{
    public async Task<string> AddAsync(TenantWrite.AddResourceRole add, CancellationToken cancellationToken)
    {
        var doing = $"adding {add.Role} to the access package \"{add.Package.Key.Name}\"";
        var patience = Patience.ForEffects(http.Time);
        while (true)
        {
            try
            {
                return await FindAsync(add.Package, add.Role, doing, cancellationToken) ?? await PostAsync(add, doing, cancellationToken);
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

    public async Task RemoveAsync(TenantWrite.RemoveResourceRole remove, CancellationToken cancellationToken)
    {
        var doing = $"removing {remove.Role} from the access package \"{remove.Package.Key.Name}\"";
        if (await FindAsync(remove.Package, remove.Role, doing, cancellationToken) is not { } id)
        {
            return;
        }

        try
        {
            await http.SendAsync(GraphCall.Delete(RoleScopes(remove.Package) + "/" + OData.Segment(id), doing), cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return;
        }

        var patience = Patience.ForEffects(http.Time);
        while (await FindAsync(remove.Package, remove.Role, doing, cancellationToken) is not null)
        {
            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, "the access package still lists it");
            }
        }
    }

    // Shortly after a group came into its catalog the service may not find it, or not its roles.
    private static bool IsPassing(TenantException refusal) =>
        refusal.Status == GraphRefusal.NotFound && (refusal.Code.Means("ResourceNotFound") || refusal.Code.Means("RoleNotFound"));

    private static string RoleScopes(Handle package) => $"{GraphPath.Package(package.RequiredId)}/{AccessPackageWire.RoleScopes}";

    private async Task<string?> FindAsync(Handle package, ResourceRole role, string doing, CancellationToken cancellationToken)
    {
        var read = await http.GetAsync(GraphPath.RoleScopesOf(package.RequiredId), doing, cancellationToken);
        await pages.CompleteAsync(read, doing, cancellationToken);
        var groupId = ResourceWriter.IdOf(role.Resource);
        return read.Items(AccessPackageWire.RoleScopes).FirstOrDefault(scope => ResourceRoleWire.Is(scope, role.Role, groupId))?.Id();
    }

    private async Task<string> PostAsync(TenantWrite.AddResourceRole add, string doing, CancellationToken cancellationToken)
    {
        var (catalogId, groupId, role) = (add.Catalog.RequiredId, ResourceWriter.IdOf(add.Role.Resource), add.Role.Role);
        var resourceId = await resources.FindAsync(catalogId, groupId, doing, cancellationToken)
            ?? throw GraphRefusal.Refused(doing, $"the group is no resource of the catalog \"{add.Catalog.Key.Name}\".");
        var roles = await resources.RolesAsync(catalogId, resourceId, doing, cancellationToken);
        var listed = roles.Find(candidate => candidate.Text("originId").Means(ResourceRoleWire.OriginId(role, groupId)));
        var body = ResourceRoleWire.From(role, groupId, resourceId, listed);
        return (await http.SendAsync(GraphCall.Post(RoleScopes(add.Package), doing, body), cancellationToken)).Id();
    }
}
