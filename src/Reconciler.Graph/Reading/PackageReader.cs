using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads the access packages of a catalog with all that is in them: in one request where the service expands everything (contract 21).</summary>
internal sealed class PackageReader(GraphHttp http, GraphPages pages)
{
    private readonly GraphBatch _batch = new(http, pages);

    // What the service has refused for one catalog it is not asked for another.
    private int _expansion;

    /// <summary>The packages. Only a catalog that has custom extensions can have callouts to read.</summary>
    public async Task<List<JsonObject>> ReadAsync(string catalogId, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var listed = await ListAsync(catalogId, hasExtensions, doing, cancellationToken);
        return await WholeAsync(listed, hasExtensions, doing, cancellationToken);
    }

    /// <summary>Some packages of a catalog, without those that are gone.</summary>
    public async Task<List<JsonObject>> FindAsync(IReadOnlyList<string> ids, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var expansion = PackageExpansion.InTurn[0] with { Callouts = hasExtensions };
        var urls = ids.Select(id => $"{GraphPath.Package(id)}?{expansion}").ToList();
        var found = urls is [var only] ? [await http.FindAsync(only, doing, cancellationToken)] : await _batch.FindAsync(urls, doing, cancellationToken);
        return await WholeAsync([.. found.OfType<JsonObject>()], hasExtensions, doing, cancellationToken);
    }

    private async Task<List<JsonObject>> WholeAsync(List<JsonObject> listed, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        foreach (var cut in listed.Concat(listed.SelectMany(package => package.Items(AccessPackageWire.Policies))).ToList())
        {
            await pages.CompleteAsync(cut, doing, cancellationToken);
        }

        string[] incompatibles = [AccessPackageWire.IncompatiblePackages, AccessPackageWire.IncompatibleGroups];
        var packages = await new MissingLists(http, _batch).FillAsync(listed, GraphPath.Package, incompatibles, doing, cancellationToken);
        await CompletePoliciesAsync(packages, hasExtensions ? [CalloutWire.Member, QuestionWire.Member] : [QuestionWire.Member], doing, cancellationToken);
        return packages;
    }

    private async Task<List<JsonObject>> ListAsync(string catalogId, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var filter = OData.Filter($"catalog/id eq {OData.Literal(catalogId)}");
        for (var index = Volatile.Read(ref _expansion); ; index++)
        {
            try
            {
                var expansion = PackageExpansion.InTurn[index];
                expansion = expansion with { Callouts = expansion.Callouts && hasExtensions };
                var packages = await pages.ListAsync($"{GraphPath.Packages}?{filter}&{expansion}", doing, cancellationToken);
                Volatile.Write(ref _expansion, index);
                return packages;
            }
            catch (TenantException refusal) when (refusal.Status == GraphRefusal.BadRequest && index < PackageExpansion.InTurn.Length - 1)
            {
                // Asked for less in the next turn.
            }
        }
    }

    /// <summary>Reads alone, twenty a request, the policies that came without something; one that is gone by then is left out.</summary>
    private async Task CompletePoliciesAsync(List<JsonObject> packages, string[] members, string doing, CancellationToken cancellationToken)
    {
        var cut = packages.SelectMany(package => package.Items(AccessPackageWire.Policies))
            .Where(policy => members.Any(member => !policy.ContainsKey(member)))
            .ToList();
        var urls = cut.Select(policy => $"{GraphPath.Policy(policy.Id())}?$expand={string.Join(',', members.Select(Expanded))}");
        foreach (var (policy, whole) in cut.Zip(await _batch.FindAsync(urls, doing, cancellationToken)))
        {
            if (whole is null)
            {
                (policy.Parent as JsonArray)?.Remove(policy);
                continue;
            }

            foreach (var member in members)
            {
                policy[member] = whole.ContainsKey(member)
                    ? whole[member]?.DeepClone()
                    : throw GraphRefusal.Unreadable(doing, $"Graph answered the policy \"{policy.Text("displayName")}\" without its {member}.");
            }
        }
    }

    private static string Expanded(string member) => member == CalloutWire.Member ? $"{member}($expand=customExtension)" : member;
}
