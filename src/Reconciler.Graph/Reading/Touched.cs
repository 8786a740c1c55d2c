using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Graph.Reading;

/// <summary>What writes have touched, directly or because it names what was deleted: this is to be read again.</summary>
internal sealed class Touched
{
    private readonly ILookup<string, ActualEntity> _before;
    private readonly Dictionary<string, HashSet<string>> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _wholeCatalogs = new(StringComparer.OrdinalIgnoreCase);

    public Touched(TenantSnapshot before, IReadOnlyCollection<SentWrite> sent)
    {
        _before = before.Entities.ToLookup(actual => actual.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var one in sent)
        {
            Add(TargetOf(one), one);
        }

        var deleted = sent.Where(one => one.Write is TenantWrite.Delete).Select(one => TargetOf(one).RequiredId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var actual in deleted.Count == 0 ? [] : before.Entities.Where(actual => References.In(actual.Entity).Any(found => found.Reference.Id is { } id && deleted.Contains(id))))
        {
            Add(new Handle(actual.Entity.Key, actual.Id, actual.ParentId is { } parent && actual.Entity.Key.Parent is { } key ? new Handle(key, parent) : null), null);
        }
    }

    public bool Settings { get; private set; }

    public bool TenantRoles { get; private set; }

    public bool Organizations { get; private set; }

    /// <summary>The ids of catalogs whose own settings, lists or extensions are touched.</summary>
    public HashSet<string> Catalogs { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Something may have been made that nobody knows the id of, and only a full read finds it.</summary>
    public bool Everything { get; private set; }

    /// <summary>The catalogs of which access packages are touched.</summary>
    public IEnumerable<string> CatalogsOfPackages => _packages.Keys.Union(_wholeCatalogs, StringComparer.OrdinalIgnoreCase);

    /// <summary>The packages of a catalog; null for all.</summary>
    public IReadOnlyCollection<string>? PackagesOf(string catalogId) => _wholeCatalogs.Contains(catalogId) ? null : _packages.GetValueOrDefault(catalogId) ?? [];

    /// <summary>What a write was about, with the id of what it made.</summary>
    public static Handle TargetOf(SentWrite sent) => sent.Write switch
    {
        TenantWrite.Create create => new Handle(create.Declared.Key, sent.Id, create.Parent),
        TenantWrite.Update update => update.Target,
        TenantWrite.Delete delete => delete.Target,
        TenantWrite.AddItem add => add.Target,
        TenantWrite.ChangeItem change => change.Target,
        TenantWrite.RemoveItem remove => remove.Target,
        _ => throw new InvalidOperationException($"{sent.Write} is about nothing."),
    };

    private void Add(Handle target, SentWrite? sent)
    {
        switch (target.Key.Kind)
        {
            case EntityKind.Settings:
                Settings = true;
                break;
            case EntityKind.TenantRoles:
                TenantRoles = true;
                break;
            case EntityKind.ConnectedOrganization:
                Organizations = true;
                break;
            case EntityKind.Catalog when target.Id is { } id:
                Catalogs.Add(id);
                if (sent is { Write: TenantWrite.Update { Renames: true } })
                {
                    _wholeCatalogs.Add(id);
                }

                break;
            case EntityKind.CustomExtension when ParentIdOf(target) is { } catalog:
                Catalogs.Add(catalog);
                break;
            case EntityKind.AccessPackage when ParentIdOf(target) is { } catalog:
                AddPackage(catalog, target.Id);
                break;
            case EntityKind.AssignmentPolicy when ParentIdOf(target) is { } package:
                if (ParentIdOf(target.Parent ?? new Handle(target.Key, package)) is { } home)
                {
                    AddPackage(home, package);
                }
                else
                {
                    Everything = true;
                }

                break;
            case EntityKind.DirectAssignment:
                break;
            default:
                Everything = true;
                break;
        }
    }

    // One that may have been made, and whose id is not known, is among all those of its catalog.
    private void AddPackage(string catalogId, string? id)
    {
        if (id is null)
        {
            _wholeCatalogs.Add(catalogId);
        }
        else
        {
            (_packages.TryGetValue(catalogId, out var packages) ? packages : _packages[catalogId] = new(StringComparer.OrdinalIgnoreCase)).Add(id);
        }
    }

    private string? ParentIdOf(Handle handle) =>
        handle.Parent?.Id ?? (handle.Id is { } id ? _before[id].Select(actual => actual.ParentId).FirstOrDefault() : null);
}
