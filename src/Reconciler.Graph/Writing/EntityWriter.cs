using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Makes, changes and deletes entities; their value lists are written by others.</summary>
internal sealed class EntityWriter(GraphHttp http, PolicyReplacement policies, AssignmentWriter assignments)
{
    private readonly Appearance _appearance = new(http);

    public async Task<string> CreateAsync(TenantWrite.Create create, CancellationToken cancellationToken)
    {
        var key = create.Declared.Key;
        var doing = Doing.To("creating", key);
        if (create.Declared is DirectAssignment assignment)
        {
            return await assignments.CreateAsync(assignment, EntityPath.ParentIdOf(key, create.Parent), doing, cancellationToken);
        }

        var (url, body) = create.Declared switch
        {
            ConnectedOrganization organization => (GraphPath.Organizations, ConnectedOrganizationWire.From(Defaults.Fill(organization))),
            Catalog catalog => (GraphPath.Catalogs, CatalogWire.From(Defaults.Fill(catalog))),
            CustomExtension extension => (GraphPath.ExtensionsOf(ParentId(create)), CustomExtensionWire.From(Defaults.Fill(extension))),
            AccessPackage package => (GraphPath.Packages, AccessPackageWire.From(Defaults.Fill(package), ParentId(create))),
            AssignmentPolicy policy => (GraphPath.Policies, AssignmentPolicyWire.From(Defaults.Fill(policy), ParentId(create), doing)),
            _ => throw GraphRefusal.Refused(doing, "it always exists."),
        };
        var made = await http.SendAsync(GraphCall.Post(url, doing, body), cancellationToken);

        // Whatever comes of the wait, the id must not be lost: without it nobody would know that the object is ours.
        await _appearance.BecomesAsync(new Handle(key, made.Id(), create.Parent), there: true, cancellationToken);
        return made.Id();
    }

    public async Task UpdateAsync(TenantWrite.Update update, CancellationToken cancellationToken)
    {
        var (target, renames, doing) = (update.Target, update.Renames, Doing.To("updating", update.Target.Key));
        if (update.Changes is AssignmentPolicy policy)
        {
            await policies.UpdateAsync(target, policy, renames, cancellationToken);
            return;
        }

        var (url, body) = update.Changes switch
        {
            Settings settings => (GraphPath.Settings, SettingsWire.Changes(settings)),
            Catalog catalog => (Url(target), CatalogWire.Changes(catalog, renames && !Catalog.IsBuiltIn(target.Key.Name))),
            AccessPackage package => (Url(target), AccessPackageWire.Changes(package, renames)),
            ConnectedOrganization organization => (Url(target), await ChangesAsync(target, organization, renames, doing, cancellationToken)),
            CustomExtension extension =>
                (Url(target), CustomExtensionWire.Changes(await http.GetAsync(Url(target), doing, cancellationToken), extension, renames)),
            _ => throw GraphRefusal.Refused(doing, "it can't be changed in place."),
        };
        if (body.Count > 0)
        {
            await http.SendAsync(GraphCall.Patch(url, doing, body), cancellationToken);
        }
    }

    public async Task DeleteAsync(Handle target, CancellationToken cancellationToken)
    {
        var doing = Doing.To("deleting", target.Key);
        try
        {
            await http.SendAsync(GraphCall.Delete(EntityPath.Of(target, "deleting"), doing), cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return;
        }

        if (await _appearance.BecomesAsync(target, there: false, cancellationToken) is false)
        {
            throw GraphRefusal.NotVisibleInTime(doing, "it is still there");
        }
    }

    private static string ParentId(TenantWrite.Create create) => EntityPath.ParentIdOf(create.Declared.Key, create.Parent);

    private static string Url(Handle target) => EntityPath.Of(target, "updating");

    // Sources are replaced together, so that those that stay must go back as they came.
    private async Task<JsonObject> ChangesAsync(
        Handle target, ConnectedOrganization changes, bool renames, string doing, CancellationToken cancellationToken)
    {
        var body = ConnectedOrganizationWire.Changes(changes, renames);
        if (changes.IdentitySources.IsWritten)
        {
            ConnectedOrganizationWire.Overlay(body, await http.GetAsync(Url(target), doing, cancellationToken), changes);
        }

        return body;
    }
}
