using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Makes, changes and deletes entities; their value lists are written by others.</summary>
internal sealed class EntityWriter(GraphHttp http, PolicyReplacement policies)
{
    public async Task<string> CreateAsync(TenantWrite.Create create, CancellationToken cancellationToken)
    {
        var key = create.Declared.Key;
        var (url, body) = create.Declared switch
        {
            Catalog catalog => (GraphPath.Catalogs, CatalogWire.From(Defaults.Fill(catalog))),
            AccessPackage package => (GraphPath.Packages, AccessPackageWire.From(Defaults.Fill(package), ParentId(create))),
            AssignmentPolicy policy => (GraphPath.Policies, AssignmentPolicyWire.From(Defaults.Fill(policy), ParentId(create))),
            _ => throw GraphRefusal.Refused(Doing.To("creating", key), "it always exists."),
        };
        var made = await http.SendAsync(GraphCall.Post(url, Doing.To("creating", key), body), cancellationToken);

        // Whatever comes of the wait, the id must not be lost: without it nobody would know that the object is ours.
        await BecomesAsync(new Handle(key, made.Id()), there: true, cancellationToken);
        return made.Id();
    }

    public Task UpdateAsync(TenantWrite.Update update, CancellationToken cancellationToken)
    {
        if (update.Changes is AssignmentPolicy policy)
        {
            return policies.UpdateAsync(update.Target, policy, update.Renames, cancellationToken);
        }

        var (url, body) = update.Changes switch
        {
            Settings settings => (GraphPath.Settings, SettingsWire.Changes(settings)),
            Catalog catalog => (Url(update.Target), CatalogWire.Changes(catalog, update.Renames && !Catalog.IsBuiltIn(update.Target.Key.Name))),
            AccessPackage package => (Url(update.Target), AccessPackageWire.Changes(package, update.Renames)),
            var other => throw new InvalidOperationException($"No way to update {other.Key}."),
        };
        return body.Count == 0
            ? Task.CompletedTask
            : http.SendAsync(GraphCall.Patch(url, Doing.To("updating", update.Target.Key), body), cancellationToken);
    }

    public async Task DeleteAsync(Handle target, CancellationToken cancellationToken)
    {
        var doing = Doing.To("deleting", target.Key);
        try
        {
            await http.SendAsync(GraphCall.Delete(Url(target), doing), cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return;
        }

        if (await BecomesAsync(target, there: false, cancellationToken) is false)
        {
            throw GraphRefusal.NotVisibleInTime(doing, "it is still there");
        }
    }

    private static string ParentId(TenantWrite.Create create) =>
        create.Parent?.RequiredId ?? throw new InvalidOperationException($"{create.Declared.Key} can't be created without its parent.");

    private static string Url(Handle target) => target.Key.Kind switch
    {
        EntityKind.Catalog => GraphPath.Catalog(target.RequiredId),
        EntityKind.AccessPackage => GraphPath.Package(target.RequiredId),
        EntityKind.AssignmentPolicy => GraphPath.Policy(target.RequiredId),
        _ => throw GraphRefusal.Refused(Doing.To("deleting", target.Key), "they always exist."),
    };

    /// <summary>
    /// Waits until the service shows what it has accepted: it does so only after seconds (contract 1.5). False when it still does not,
    /// null when it can't be told. Not a failure of the write, which has happened.
    /// </summary>
    private async Task<bool?> BecomesAsync(Handle handle, bool there, CancellationToken cancellationToken)
    {
        var patience = Patience.ForEffects(http.Time);
        try
        {
            while (await FindAsync(handle, cancellationToken) is not null != there)
            {
                if (!await patience.WaitAsync(cancellationToken))
                {
                    return false;
                }
            }

            return true;
        }
        catch (TenantException)
        {
            return null;
        }
    }

    private Task<JsonObject?> FindAsync(Handle handle, CancellationToken cancellationToken) =>
        http.FindAsync(Url(handle), Doing.To("looking for", handle.Key), cancellationToken);
}
