using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>Calls what the tenant has as the workspace calls it, where several bear one name: what is said of one must not be taken for another.</summary>
internal sealed class Aliases
{
    private readonly Dictionary<(EntityKind, string), EntityKey> _keys = [];
    private readonly Dictionary<(EntityKind, string), string> _names = [];

    public Aliases(IReadOnlyCollection<BoundEntity> matched, ActualIndex tenant, Bindings bindings)
    {
        foreach (var entity in matched.Where(e => e.Declaration.DisplayName is not null))
        {
            if (entity.Actual is { } actual)
            {
                _names[(entity.Key.Kind, actual.Id)] = entity.Key.Name;
            }
        }

        var namesakes = tenant.Namesakes.Where(a => !a.IsBuiltIn).ToList();
        var declared = namesakes.Count == 0 ? [] : matched.Select(e => (e.Key.Kind, e.Actual?.Id)).ToHashSet();
        foreach (var actual in namesakes.Where(a => !declared.Contains((a.Entity.Key.Kind, a.Id))))
        {
            // Its declaration is gone, and with it the alias that it had.
            if (bindings.FindById(actual.Entity.Key.Kind, actual.Id) is { } bound && !NameComparer.Instance.Equals(bound.Name, actual.Entity.Key.Name))
            {
                _names[(bound.Kind, bound.Id)] = bound.Name;
            }
        }
    }

    /// <summary>What declarations with an alias stand for, by kind and upper-case id.</summary>
    public static HashSet<(EntityKind, string)> Meant(EntitlementSet declared) =>
        [.. from declaration in declared.Declarations where declaration is { DisplayName: not null, Id: not null } select (declaration.Key.Kind, declaration.Id?.ToUpperInvariant() ?? "")];

    /// <summary>Whether nothing is called otherwise than it is in the tenant.</summary>
    public bool IsEmpty => _names.Count == 0;

    public TenantSnapshot Apply(TenantSnapshot snapshot)
    {
        foreach (var actual in snapshot.Entities.OrderBy(a => a.Entity.Key.Kind))
        {
            _keys[(actual.Entity.Key.Kind, actual.Id)] = KeyOf(actual);
        }

        return snapshot with { Entities = snapshot.Entities.Select(Called).ToEquatableArray() };
    }

    private ActualEntity Called(ActualEntity actual)
    {
        var (key, old) = (_keys[(actual.Entity.Key.Kind, actual.Id)], actual.Entity.Key);
        var entity = References.Rewrite(Language.Of(key.Kind).Under(actual.Entity, key), named => Called(named, old));
        return actual with { Entity = entity, DisplayName = _names.ContainsKey((key.Kind, actual.Id)) ? old.Name : null };
    }

    private Reference Called(Reference named, EntityKey owner) =>
        named is { Id: { } id, Name: not null } && named.Kind.IsEntity() && _keys.GetValueOrDefault((EntityFinder.KeyOf(named, owner).Kind, id)) is { } key
            ? named with { Name = key.Name, Catalog = named.Catalog is null ? null : key.CatalogName }
            : named;

    private EntityKey KeyOf(ActualEntity actual)
    {
        var key = actual.Entity.Key;
        if (key.Path.IsEmpty)
        {
            return key;
        }

        var place = key.Parent is { } parent && actual.ParentId is { } id && _keys.GetValueOrDefault((parent.Kind, id)) is { } called ? called.Path : key.Path.SkipLast(1);
        return key with { Path = [.. place, _names.GetValueOrDefault((key.Kind, actual.Id), key.Name)] };
    }
}
