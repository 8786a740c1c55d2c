using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Makes and changes entities; their value lists are written by others.</summary>
internal sealed class EntityWriter(GraphHttp http, GraphPages pages, WriteSender sender, RunMemory memory)
{
    private readonly PolicyReplacement _policies = new(http, pages, memory);
    private readonly AssignmentWriter _assignments = new(sender, http, pages);
    private readonly NaturalKeys _keys = new(pages, memory, http.Time);
    private readonly OpenCreations _open = new();

    public async Task<string> CreateAsync(TenantWrite.Create create, CancellationToken cancellationToken)
    {
        var (declared, doing) = (create.Declared, Doing.To("creating", create.Declared.Key));
        if (declared is DirectAssignment assignment)
        {
            return await _assignments.CreateAsync(assignment, ParentId(create), doing, cancellationToken);
        }

        var (url, body) = declared switch
        {
            ConnectedOrganization organization => (GraphPath.Organizations, ConnectedOrganizationWire.From(Defaults.Fill(organization))),
            Catalog catalog => (GraphPath.Catalogs, CatalogWire.From(Defaults.Fill(catalog))),
            CustomExtension extension => (GraphPath.ExtensionsOf(ParentId(create)), CustomExtensionWire.From(Defaults.Fill(extension))),
            AccessPackage package => (GraphPath.Packages, AccessPackageWire.From(Defaults.Fill(package), ParentId(create))),
            AssignmentPolicy policy => (GraphPath.Policies, AssignmentPolicyWire.From(Defaults.Fill(policy), ParentId(create), doing)),
            _ => throw GraphRefusal.Refused(doing, "it always exists."),
        };
        var (needed, parentId) = (References.In(declared).Select(found => found.Reference.Id).Append(create.Parent?.Id), create.Parent?.Id);
        var open = _open.Begin(declared.Key, parentId);
        try
        {
            var answer = await sender.SendAsync(GraphCall.Post(url, doing, body), needed, LookAsync, looksWhenRefused: false, cancellationToken);
            var made = answer.Text("id") is null ? await LookAsync() ?? answer : answer;
            if (open.HasRival && parentId is not null && made.Text("id") is { } answered && NewObject.PlaceOf(made, declared) is null
                && !await _keys.IsInPlaceAsync(answered, declared, parentId, doing, cancellationToken))
            {
                throw NewObject.Elsewhere(made, doing);
            }

            var id = NewObject.Take(made, declared, parentId, memory, doing);
            _open.End(open);
            return id;
        }
        catch (TenantException refusal) when (refusal.Status is not null && !Trouble.IsLost(refusal))
        {
            _open.End(open);
            throw;
        }

        Task<JsonObject?> LookAsync() => _keys.FindAsync(declared, parentId, doing, cancellationToken);
    }

    /// <summary>What people should know about it; null as a rule.</summary>
    public async Task<string?> UpdateAsync(TenantWrite.Update update, CancellationToken cancellationToken)
    {
        var (target, renames, doing) = (update.Target, update.Renames, Doing.To("updating", update.Target.Key));
        if (update.Changes is AssignmentPolicy policy)
        {
            return await _policies.UpdateAsync(update, policy, cancellationToken);
        }

        var (url, body) = update.Changes switch
        {
            Settings settings => (GraphPath.Settings, SettingsWire.Changes(settings)),
            Catalog catalog => (Url(target), CatalogWire.Changes(catalog, renames && !Catalog.IsBuiltIn(target.Key.Name))),
            AccessPackage package => (Url(target), AccessPackageWire.Changes(package, renames)),
            ConnectedOrganization organization => (Url(target), await ChangesAsync(target, organization, renames, doing, cancellationToken)),
            CustomExtension extension => (Url(target), CustomExtensionWire.Changes(await ReadAsync(target, doing, cancellationToken), extension, renames)),
            _ => throw GraphRefusal.Refused(doing, "it can't be changed in place."),
        };
        if (body.Count > 0)
        {
            await sender.SendAsync(GraphCall.Patch(url, doing, body), [target.Id], cancellationToken);
        }

        return null;
    }

    private static string ParentId(TenantWrite.Create create) => EntityPath.ParentIdOf(create.Declared.Key, create.Parent);

    private static string Url(Handle target) => EntityPath.Of(target, "updating");

    private Task<JsonObject> ReadAsync(Handle target, string doing, CancellationToken cancellationToken) =>
        sender.SendAsync(GraphCall.Get(Url(target), doing), [target.Id], cancellationToken);

    // Sources are replaced together, so that those that stay must go back as they came.
    private async Task<JsonObject> ChangesAsync(
        Handle target, ConnectedOrganization changes, bool renames, string doing, CancellationToken cancellationToken)
    {
        var body = ConnectedOrganizationWire.Changes(changes, renames);
        if (changes.IdentitySources.IsWritten)
        {
            ConnectedOrganizationWire.Overlay(body, await ReadAsync(target, doing, cancellationToken), changes);
        }

        return body;
    }
}
