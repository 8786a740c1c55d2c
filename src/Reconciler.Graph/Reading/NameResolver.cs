using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;
using Candidates = System.Collections.Generic.Dictionary<
    Reconciler.Entitlements.Reference, Reconciler.Entitlements.EquatableArray<Reconciler.Entitlements.Reference>>;

namespace Reconciler.Graph.Reading;

/// <summary>Asks the directory for objects by what people call them (contract 15).</summary>
internal sealed class NameResolver(GraphHttp http, GraphPages pages)
{
    // More values in one clause are refused by default.
    private const int MostNames = 15;

    public async Task<Resolution> ResolveAsync(IEnumerable<Reference> references, CancellationToken cancellationToken)
    {
        var asked = references.Distinct().ToList();
        var candidates = new Candidates();
        await ByIdAsync([.. asked.Where(reference => reference.Id is not null)], candidates, cancellationToken);
        await UsersAsync([.. Named(asked, ReferenceKind.User)], candidates, cancellationToken);
        await GroupsAsync([.. Named(asked, ReferenceKind.Group)], candidates, cancellationToken);
        return new Resolution(candidates);
    }

    private static IEnumerable<Reference> Named(IEnumerable<Reference> asked, ReferenceKind kind) =>
        asked.Where(reference => reference.Kind == kind && reference is { Id: null, Name.Length: > 0 });

    private async Task ByIdAsync(List<Reference> asked, Candidates candidates, CancellationToken cancellationToken)
    {
        var found = await new DirectoryReader(http).FindAsync(asked.Select(reference => reference.Id ?? ""), cancellationToken);
        foreach (var reference in asked)
        {
            candidates[reference] = found.GetValueOrDefault(reference.Id ?? "") is { } known && known.Kind == reference.Kind ? [known] : [];
        }
    }

    private async Task UsersAsync(List<Reference> asked, Candidates candidates, CancellationToken cancellationToken)
    {
        foreach (var block in asked.Chunk(MostNames))
        {
            var names = string.Join(",", block.Select(reference => OData.Literal(reference.Name ?? "")));
            var url = $"users?{OData.Filter($"userPrincipalName in ({names})")}&$select=id,displayName,userPrincipalName";
            var found = (await pages.ListAsync(url, "looking for users by name", cancellationToken)).ConvertAll(DirectoryObjectWire.User);
            foreach (var reference in block)
            {
                candidates[reference] = found.Where(user => NameComparer.Instance.Equals(user.Name, reference.Name)).ToEquatableArray();
            }
        }
    }

    private async Task GroupsAsync(List<Reference> asked, Candidates candidates, CancellationToken cancellationToken)
    {
        var urls = asked.Select(reference => OData.Filter($"displayName eq {OData.Literal(reference.Name ?? "")}"))
            .Select(filter => $"groups?{filter}&$select=id,displayName");
        var lists = await new GraphBatch(http, pages).ListAsync(urls, "looking for groups by name", cancellationToken);
        foreach (var (reference, list) in asked.Zip(lists))
        {
            candidates[reference] = list.Select(DirectoryObjectWire.Group).ToEquatableArray();
        }
    }
}
