namespace Reconciler.Entitlements;

/// <summary>Everything a workspace declares, by key and in the order of keys, whatever the order of files.</summary>
public sealed class EntitlementSet
{
    private readonly Dictionary<EntityKey, Declaration> _byKey;
    private readonly Lazy<ILookup<EntityKey?, Declaration>> _byParent;

    public EntitlementSet(IEnumerable<Declaration> declarations)
    {
        Declarations = declarations.OrderBy(d => d.Key).ToEquatableArray();
        _byKey = new Dictionary<EntityKey, Declaration>(Declarations.Count);
        foreach (var declaration in Declarations)
        {
            _byKey.Add(declaration.Key, declaration);
        }

        _byParent = new Lazy<ILookup<EntityKey?, Declaration>>(() => Declarations.ToLookup(declaration => declaration.Key.Parent));
    }

    public static EntitlementSet Empty { get; } = new([]);

    public EquatableArray<Declaration> Declarations { get; }

    public EquatableArray<Ignore> Ignores { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What is declared in an entity: the packages of a catalog, the policies of a package; in the order of keys.</summary>
    public IEnumerable<Declaration> Within(EntityKey parent) => _byParent.Value[parent];

    public Declaration? Find(EntityKey key) => _byKey.GetValueOrDefault(key);
}
