using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Asks the directory, and SharePoint, for objects by what people call them (contract 15). Entities are not asked for.</summary>
internal sealed class NameResolver(GraphHttp http, GraphPages pages, DirectoryReader directory)
{
    // More values in one clause are refused by default.
    private const int MostNames = 15;
    private const string Application = "$select=id,displayName,appRoles";
    private readonly GraphBatch _batch = new(http, pages);

    public async Task<Resolution> ResolveAsync(IEnumerable<Reference> references, CancellationToken cancellationToken)
    {
        var asked = references.Distinct().ToList();
        var found = new Resolved();
        await Task.WhenAll(
            ByIdAsync([.. asked.Where(reference => reference.Id is not null && reference.Kind is ReferenceKind.User or ReferenceKind.Group)], found, cancellationToken),
            ApplicationsByIdAsync([.. asked.Where(reference => reference.Id is not null && IsServicePrincipal(reference.Kind))], found, cancellationToken),
            UsersAsync([.. Named(asked, ReferenceKind.User)], found, cancellationToken),
            GroupsAsync([.. Named(asked, ReferenceKind.Group)], found, cancellationToken),
            ApplicationsAsync([.. Named(asked, ReferenceKind.Application), .. Named(asked, ReferenceKind.ServicePrincipal)], found, cancellationToken),
            SitesAsync([.. asked.Where(reference => reference.Kind == ReferenceKind.Site)], found, cancellationToken));
        return found.ToResolution(await new NearNames(_batch).FindAsync(found.Unknown.OrderBy(asked.IndexOf), cancellationToken));
    }

    private static bool IsServicePrincipal(ReferenceKind kind) => kind is ReferenceKind.Application or ReferenceKind.ServicePrincipal;

    private static IEnumerable<Reference> Named(IEnumerable<Reference> asked, ReferenceKind kind) =>
        asked.Where(reference => reference.Kind == kind && reference is { Id: null, Name.Length: > 0 });

    private async Task ByIdAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken)
    {
        var found = await directory.FindAsync(asked.Select(reference => reference.Id ?? ""), cancellationToken);
        foreach (var reference in asked)
        {
            resolved.Add(reference, found.GetValueOrDefault(reference.Id ?? "") is { } known && known.Kind == reference.Kind ? [known] : []);
        }
    }

    private Task UsersAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken) =>
        ByNameAsync(asked, "users", "userPrincipalName", "id,displayName,userPrincipalName", DirectoryObjectWire.User, resolved, cancellationToken);

    private Task GroupsAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken) =>
        ByNameAsync(asked, "groups", "displayName", "id,displayName", DirectoryObjectWire.Group, resolved, cancellationToken);

    /// <summary>Asks for fifteen names in one clause, and for twenty clauses in one request.</summary>
    private async Task ByNameAsync(
        List<Reference> asked, string collection, string property, string members, Func<WireValue, Reference> map, Resolved resolved, CancellationToken cancellationToken)
    {
        var doing = $"looking for {collection} by name";
        var blocks = asked.Chunk(MostNames).ToList();
        var urls = blocks.ConvertAll(block => $"{collection}?{OData.Filter(Clause(property, block))}&$select={members}");
        var lists = urls is [var only]
            ? [await pages.ListAsync(only, doing, map, cancellationToken)]
            : (await _batch.ListAsync(urls, doing, cancellationToken)).ConvertAll(list => list.ConvertAll(found => map(found)));
        foreach (var (block, list) in blocks.Zip(lists))
        {
            foreach (var reference in block)
            {
                resolved.Add(reference, list.Where(found => NameComparer.Instance.Equals(found.Name, reference.Name)));
            }
        }
    }

    private static string Clause(string property, Reference[] names) => names is [var only] && property == "displayName"
        ? $"{property} eq {OData.Literal(only.Name ?? "")}"
        : $"{property} in ({string.Join(",", names.Select(name => OData.Literal(name.Name ?? "")))})";

    private async Task ApplicationsAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken)
    {
        var urls = asked.Select(reference => $"servicePrincipals?{ByName(reference)}&{Application}");
        foreach (var (reference, list) in asked.Zip(await _batch.ListAsync(urls, "looking for applications by name", cancellationToken)))
        {
            resolved.AddApplications(reference, list);
        }
    }

    // What is no GUID is no directory id.
    private async Task ApplicationsByIdAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken)
    {
        var ids = asked.Where(reference => Guid.TryParseExact(reference.Id, "D", out _)).ToList();
        var urls = ids.Select(reference => $"servicePrincipals/{OData.Segment(reference.Id ?? "")}?{Application}");
        foreach (var (reference, found) in ids.Zip(await _batch.FindAsync(urls, "looking for applications by id", cancellationToken)))
        {
            resolved.AddApplications(reference, found.IsNull ? [] : [found]);
        }
    }

    private async Task SitesAsync(List<Reference> asked, Resolved resolved, CancellationToken cancellationToken)
    {
        var sites = asked.Select(reference => (reference, path: GraphPath.Site(reference.Id ?? reference.Name ?? ""))).Where(site => site.path is not null).ToList();
        var urls = sites.Select(site => $"{site.path}?$select=id,webUrl");

        // An address of somebody else's SharePoint is called a bad request.
        var answers = await _batch.FindAsync(urls, "looking for sites by address", GraphRefusal.BadRequest, cancellationToken);
        foreach (var (site, found) in sites.Zip(answers))
        {
            var address = OriginWire.Address(found.Text("webUrl") ?? site.reference.Id ?? site.reference.Name ?? "");
            resolved.Add(site.reference, found.IsNull ? [] : [new Reference(ReferenceKind.Site, address, address)]);
        }
    }

    private static string ByName(Reference reference) => OData.Filter($"displayName eq {OData.Literal(reference.Name ?? "")}");
}
