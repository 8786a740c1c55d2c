using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Reading;

/// <summary>The names that a snapshot holds. Only for what it does not name is anybody asked.</summary>
internal sealed class KnownNames(TenantSnapshot before, GraphHttp http, GraphPages pages, Gaps gaps)
{
    /// <summary>What the entities are called where others name them, by id.</summary>
    public static Dictionary<string, Reference> Of(IEnumerable<ActualEntity> entities) => entities
        .Select(Called).OfType<Reference>().DistinctBy(reference => reference.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);

    public async Task<TenantNames> WithAsync(
        TenantReading reading, IReadOnlyCollection<ActualEntity> loose, UnnamedReferences references, bool seesWhole, CancellationToken cancellationToken)
    {
        var named = before.Entities.SelectMany(actual => References.In(actual.Entity)).Select(found => found.Reference).Where(reference => reference.Id is not null).ToList();
        var directory = named.Where(reference => reference.Kind.IsOfDirectory()).DistinctBy(reference => reference.Id, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);
        var packages = references.Packages();
        var asked = references.Directory().Where(id => !directory.ContainsKey(id)).ToList();
        var answered = await gaps.TryAsync<IReadOnlyDictionary<string, Reference>?>(() => AskAsync(asked, cancellationToken), null);

        var entities = Of(before.Entities);
        foreach (var reference in reading.References(packages).Concat(loose.Where(actual => actual.Entity is AccessPackage).Select(PackageReading.ToReference)))
        {
            entities[reference.Id ?? ""] = reference;
        }

        // What bears its id as its name could not be asked for.
        var unasked = named.Where(reference => reference.Kind.IsEntity() && reference.Name == reference.Id).Select(reference => reference.Id ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in named.Where(reference => reference is { Kind: ReferenceKind.Package, Name: not null } && !unasked.Contains(reference.Id ?? "")))
        {
            entities.TryAdd(reference.Id ?? "", reference);
        }

        var foreign = packages.Where(id => !entities.ContainsKey(id)).ToList();
        var (others, hidden) = foreign.Count == 0 ? ([], new HashSet<string>())
            : await gaps.TryAsync(() => new ForeignPackages(http, pages).ReadAsync(foreign, seesWhole, cancellationToken), ([], new HashSet<string>()));
        foreach (var reference in others)
        {
            entities[reference.Id ?? ""] = reference;
        }

        // What the directory did not have then it was asked for; what it could not be asked for now is no deletion.
        var found = directory.Values.Where(reference => reference.Name is not null).Select(AsFound).Concat(answered?.Values ?? [])
            .DistinctBy(reference => reference.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);
        return new TenantNames(
            new DirectoryNames(found, (answered is null ? asked : []).ToHashSet(StringComparer.OrdinalIgnoreCase)),
            entities,
            held => held.Id is { } id && (hidden.Contains(id) || unasked.Contains(id)));
    }

    private async Task<IReadOnlyDictionary<string, Reference>?> AskAsync(List<string> ids, CancellationToken cancellationToken) =>
        await new DirectoryReader(pages).FindAsync(ids, cancellationToken);

    // An application is a service principal to the directory.
    private static Reference AsFound(Reference reference) =>
        reference.Kind == ReferenceKind.Application ? reference with { Kind = ReferenceKind.ServicePrincipal } : reference;

    private static Reference? Called(ActualEntity actual) => actual.Entity switch
    {
        ConnectedOrganization organization => new Reference(ReferenceKind.Organization, organization.Name, actual.Id),
        CustomExtension extension => new Reference(ReferenceKind.Extension, extension.Name, actual.Id),
        AccessPackage package => new Reference(ReferenceKind.Package, package.Name, actual.Id) { Catalog = package.Catalog },
        _ => null,
    };
}
