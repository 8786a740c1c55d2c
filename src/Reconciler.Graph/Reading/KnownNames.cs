using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>The names that a snapshot holds. Only for what it does not name is anybody asked.</summary>
internal sealed class KnownNames(TenantSnapshot before, GraphHttp http, GraphPages pages, Gaps gaps)
{
    /// <summary>What the entities are called where others name them, by id.</summary>
    public static Dictionary<string, Reference> Of(IEnumerable<ActualEntity> entities) => entities
        .Select(Called).OfType<Reference>().DistinctBy(reference => reference.Id).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);

    public async Task<TenantNames> WithAsync(
        TenantReading reading, IReadOnlyCollection<(ActualEntity Catalog, JsonObject Package)> loose, CancellationToken cancellationToken)
    {
        var named = before.Entities.SelectMany(actual => References.In(actual.Entity)).Select(found => found.Reference).Where(reference => reference.Id is not null).ToList();
        var directory = named.Where(reference => reference.Kind.IsOfDirectory()).DistinctBy(reference => reference.Id)
            .ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);
        var packages = loose.Select(one => one.Package).ToList();
        var ids = reading.DirectoryIds.Concat(packages.SelectMany(DirectoryIds.In))
            .Concat(packages.SelectMany(AccessPackageWire.Incompatible).Where(other => other.Kind == ReferenceKind.Group).Select(group => group.Id ?? ""));
        var asked = ids.Where(id => !directory.ContainsKey(id)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var answered = await gaps.TryAsync<IReadOnlyDictionary<string, Reference>?>(() => AskAsync(asked, cancellationToken), null);

        var entities = Of(before.Entities);
        foreach (var reference in reading.References.Concat(loose.Select(one => AccessPackageWire.ToReference(one.Package, one.Catalog.Entity.Key.Name))))
        {
            entities[reference.Id ?? ""] = reference;
        }

        foreach (var reference in named.Where(reference => reference is { Kind: ReferenceKind.Package, Name: not null }))
        {
            entities.TryAdd(reference.Id ?? "", reference);
        }

        var foreign = reading.IncompatiblePackages
            .Concat(packages.SelectMany(AccessPackageWire.Incompatible).Where(other => other.Kind == ReferenceKind.Package).Select(package => package.Id ?? ""))
            .Where(id => !entities.ContainsKey(id)).ToList();
        foreach (var reference in foreign.Count == 0 ? [] : await gaps.TryAsync(() => new ForeignPackages(http, pages).ReadAsync(foreign, cancellationToken), []))
        {
            entities[reference.Id ?? ""] = reference;
        }

        // What the directory did not have then it was asked for; what it could not be asked for now is no deletion.
        var found = directory.Values.Where(reference => reference.Name is not null).Select(AsFound).Concat(answered?.Values ?? [])
            .DistinctBy(reference => reference.Id).ToDictionary(reference => reference.Id ?? "", StringComparer.OrdinalIgnoreCase);
        return new TenantNames(new DirectoryNames(found, (answered is null ? asked : []).ToHashSet(StringComparer.OrdinalIgnoreCase)), entities);
    }

    private async Task<IReadOnlyDictionary<string, Reference>?> AskAsync(List<string> ids, CancellationToken cancellationToken) =>
        await new DirectoryReader(http).FindAsync(ids, cancellationToken);

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
