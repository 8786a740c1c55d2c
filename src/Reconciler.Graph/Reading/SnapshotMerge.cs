using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Graph.Reading;

/// <summary>Puts what was read again into the place of what was read before.</summary>
internal sealed class SnapshotMerge(TenantSnapshot before)
{
    private readonly HashSet<ActualEntity> _forgotten = new(ReferenceEqualityComparer.Instance);

    public ActualEntity? Catalog(string id) => before.Entities.FirstOrDefault(actual => actual.Entity is Catalog && Is(actual.Id, id));

    public bool HasExtensions(string catalogId) => before.Entities.Any(actual => actual.Entity is CustomExtension && Is(actual.ParentId, catalogId));

    public IReadOnlyList<string> PackagesOf(string catalogId) =>
        [.. before.Entities.Where(actual => actual.Entity is AccessPackage && Is(actual.ParentId, catalogId)).Select(actual => actual.Id)];

    /// <summary>What was read before is there only if it is read again.</summary>
    public void Forget(Func<ActualEntity, bool> which) => _forgotten.UnionWith(before.Entities.Where(which));

    public void ForgetPackages(IReadOnlyCollection<string> ids)
    {
        var gone = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        Forget(actual => gone.Contains(actual.Entity switch { AccessPackage => actual.Id, AssignmentPolicy => actual.ParentId ?? "", _ => "" }));
    }

    public void ForgetCatalog(string id)
    {
        ForgetPackages(PackagesOf(id));
        Forget(actual => (actual.Entity is Catalog && Is(actual.Id, id)) || (actual.Entity is CustomExtension && Is(actual.ParentId, id)));
    }

    /// <summary>The whole, in the order of before, with what is new at the end; every reference says what the tenant now calls its object.</summary>
    public TenantSnapshot With(IEnumerable<ActualEntity> fresh)
    {
        var read = fresh.DistinctBy(Identity).ToDictionary(Identity);
        var merged = new List<ActualEntity>();
        foreach (var actual in before.Entities)
        {
            if (read.Remove(Identity(actual), out var now))
            {
                merged.Add(now);
            }
            else if (!_forgotten.Contains(actual))
            {
                merged.Add(actual);
            }
        }

        merged.AddRange(read.Values.OrderBy(actual => actual.Entity.Key.Kind));
        return before with { Entities = Renamed(merged).ToEquatableArray() };
    }

    private IEnumerable<ActualEntity> Renamed(List<ActualEntity> merged)
    {
        var (then, now) = (KnownNames.Of(before.Entities), KnownNames.Of(merged));
        var changed = then.Where(pair => now.GetValueOrDefault(pair.Key) is not { } other || other.Name != pair.Value.Name || other.Catalog != pair.Value.Catalog)
            .ToDictionary(pair => pair.Key, pair => now.GetValueOrDefault(pair.Key) ?? new Reference(pair.Value.Kind, null, pair.Key), StringComparer.OrdinalIgnoreCase);
        return changed.Count == 0 ? merged : merged.Select(actual => actual with
        {
            Entity = References.Rewrite(actual.Entity, reference =>
                reference is { Id: { } id } && reference.Kind.IsEntity() && changed.TryGetValue(id, out var called) ? called : reference),
        });
    }

    private static (EntityKind, string) Identity(ActualEntity actual) => (actual.Entity.Key.Kind, actual.Id.ToUpperInvariant());

    private static bool Is(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
