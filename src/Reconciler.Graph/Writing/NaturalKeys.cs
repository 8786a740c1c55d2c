using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Finds what a creation has made when its answer does not tell: by what people know it by, and not there before (contract 2, 5, 7.6, 11, 13).</summary>
internal sealed class NaturalKeys(GraphPages pages, RunMemory memory, TimeProvider time)
{
    /// <summary>The one object that can be what was made; null where there is none yet.</summary>
    public async Task<JsonObject?> FindAsync(Entity declared, string? parentId, string doing, CancellationToken cancellationToken)
    {
        return await NewAsync(declared, parentId, doing, cancellationToken) switch
        {
            [] => null,
            [var only] => only,
            var several => throw GraphRefusal.Refused(
                doing, $"Graph's answer was lost, and several that are new bear the name: {string.Join(", ", several.Select(one => one.Id()).Order(StringComparer.Ordinal))}. Delete all but one."),
        };
    }

    /// <summary>Whether what was made is in its parent; waits until that shows it, or another one instead.</summary>
    public async Task<bool> IsInPlaceAsync(string id, Entity declared, string parentId, string doing, CancellationToken cancellationToken)
    {
        for (var patience = Patience.ForEffects(time); ;)
        {
            try
            {
                if (await NewAsync(declared, parentId, doing, cancellationToken) is [_, ..] there)
                {
                    return there.Exists(one => one.Id().Means(id));
                }
            }
            catch (TenantException trouble) when (memory.IsMade(parentId) && Trouble.IsNotYet(trouble))
            {
                // The parent itself is too new to be seen everywhere.
            }

            if (!await patience.WaitAsync(cancellationToken))
            {
                return false;
            }
        }
    }

    private async Task<List<JsonObject>> NewAsync(Entity declared, string? parentId, string doing, CancellationToken cancellationToken) =>
        (await pages.ListAsync(Url(declared, parentId ?? ""), doing, cancellationToken)).FindAll(candidate => IsMeant(declared, candidate) && !memory.Knows(candidate.Id()));

    private static string Url(Entity declared, string parentId) => declared switch
    {
        Catalog => $"{GraphPath.Catalogs}?{Filter("displayName", declared.Key.Name)}",
        ConnectedOrganization => GraphPath.Organizations,
        CustomExtension => GraphPath.ExtensionsOf(parentId),
        AccessPackage => $"{GraphPath.Packages}?{OData.Filter($"catalog/id eq {OData.Literal(parentId)} and displayName eq {OData.Literal(declared.Key.Name)}")}",
        AssignmentPolicy => $"{GraphPath.Policies}?{Filter("accessPackage/id", parentId)}",
        _ => throw new InvalidOperationException($"{declared.Key} is not found by a key."),
    };

    private static string Filter(string property, string value) => OData.Filter($"{property} eq {OData.Literal(value)}");

    // Of an organization the service lets its name be anybody's, and its source only one's.
    private static bool IsMeant(Entity declared, JsonObject candidate) =>
        declared is ConnectedOrganization { IdentitySources: { IsWritten: true, Value: { IsEmpty: false } sources } }
            ? ConnectedOrganizationWire.ToEntity(candidate).Entity is ConnectedOrganization there && there.IdentitySources.Value.Any(sources.Contains)
            : NameComparer.Instance.Equals(candidate.Text("displayName"), declared.Key.Name);
}
