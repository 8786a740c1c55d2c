using System.Collections.Concurrent;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads the access packages of a catalog with all that is in them: in one request where the service expands everything (contract 21).</summary>
internal sealed class PackageReader(GraphHttp http, GraphPages pages)
{
    private readonly GraphBatch _batch = new(http, pages);
    private readonly ExpansionTrials _trials = new();

    // One for each catalog that is read at a time; what one says another says too.
    private readonly ConcurrentBag<WireMemory> _memories = [];

    /// <summary>The packages. Only a catalog that has custom extensions can have callouts to read.</summary>
    public async Task<List<PackageReading>> ReadAsync(string catalog, string catalogId, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var memory = _memories.TryTake(out var free) ? free : new WireMemory();
        var filter = OData.Filter($"catalog/id eq {OData.Literal(catalogId)}");
        var listed = await _trials.AskAsync(
            hasExtensions,
            expansion => pages.ListAsync(
                $"{GraphPath.Packages}?{filter}&{expansion}", doing, package => PackageReading.From(package, catalog, catalogId), memory, cancellationToken),
            cancellationToken);
        _memories.Add(memory);
        return await WholeAsync(listed, hasExtensions, doing, cancellationToken);
    }

    /// <summary>Some packages of a catalog, without those that are gone.</summary>
    public async Task<List<PackageReading>> FindAsync(
        string catalog, string catalogId, IReadOnlyList<string> ids, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var expansion = $"{PackageExpansion.InTurn[0] with { Callouts = hasExtensions }},catalog";
        var urls = ids.Select(id => $"{GraphPath.Package(id)}?{expansion}").ToList();
        var found = urls is [var only]
            ? [await pages.FindAsync(only, doing, cancellationToken)]
            : await _batch.FindAsync(urls, doing, cancellationToken);
        var packages = found.Where(package => package.IsObject).Select(package => PackageReading.From(package, catalog, catalogId)).ToList();
        return await WholeAsync(packages, hasExtensions, doing, cancellationToken);
    }

    private async Task<List<PackageReading>> WholeAsync(List<PackageReading> listed, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        var packages = await new MissingLists(http, _batch).FillAsync(
            listed, package => package.Package, GraphPath.Package, Missing, Fill, doing, cancellationToken);
        await CompletePoliciesAsync(packages, hasExtensions, doing, cancellationToken);
        return packages;
    }

    private static string[] Missing(PackageReading package) => (package.Packages, package.Groups) switch
    {
        (not null, not null) => [],
        (not null, null) => [AccessPackageWire.IncompatibleGroups],
        (null, not null) => [AccessPackageWire.IncompatiblePackages],
        _ => [AccessPackageWire.IncompatiblePackages, AccessPackageWire.IncompatibleGroups],
    };

    private static PackageReading Fill(PackageReading package, string list, List<WireValue> items) => list == AccessPackageWire.IncompatiblePackages
        ? package with { Packages = items.ConvertAll(AccessPackageWire.IncompatiblePackage) }
        : package with { Groups = items.ConvertAll(AccessPackageWire.IncompatibleGroup) };

    /// <summary>Reads alone, twenty a request, the policies that came without something; one that is gone by then is left out.</summary>
    private async Task CompletePoliciesAsync(List<PackageReading> packages, bool hasExtensions, string doing, CancellationToken cancellationToken)
    {
        bool IsCut(PolicyReading policy) => !policy.HasQuestions || (hasExtensions && !policy.HasCallouts);
        var cut = packages.FindAll(package => package.Policies.Exists(IsCut)).SelectMany(package => package.Policies.Where(IsCut).Select(policy => (package.Policies, policy))).ToList();
        if (cut.Count == 0)
        {
            return;
        }

        string[] members = hasExtensions ? [CalloutWire.Member, QuestionWire.Member] : [QuestionWire.Member];
        var urls = cut.Select(one => $"{GraphPath.Policy(one.policy.Policy.Id)}?$expand={string.Join(',', members.Select(Expanded))}");
        foreach (var ((policies, policy), whole) in cut.Zip(await _batch.FindAsync(urls, doing, cancellationToken)))
        {
            var index = policies.FindIndex(one => ReferenceEquals(one, policy));
            if (whole.IsNull)
            {
                policies.RemoveAt(index);
            }
            else if (Array.Find(members, member => !MissingLists.Holds(whole, member)) is { } member)
            {
                throw GraphRefusal.Unreadable(doing, $"Graph answered the policy \"{policy.Entity.Name}\" without its {member}.");
            }
            else
            {
                policies[index] = policy.With(whole);
            }
        }
    }

    private static string Expanded(string member) => member == CalloutWire.Member ? $"{member}($expand=customExtension)" : member;
}
