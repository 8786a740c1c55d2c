namespace Reconciler.Entitlements;

/// <summary>Everything a workspace declares, by key and in the order of keys, whatever the order of files.</summary>
public sealed class EntitlementSet
{
    private readonly Dictionary<EntityKey, Declaration> _byKey;

    public EntitlementSet(IEnumerable<Declaration> declarations)
    {
        Declarations = declarations.OrderBy(d => d.Key).ToEquatableArray();
        _byKey = new Dictionary<EntityKey, Declaration>(Declarations.Count);
        foreach (var declaration in Declarations)
        {
            _byKey.Add(declaration.Key, declaration);
        }
    }

    public static EntitlementSet Empty { get; } = new([]);

    public EquatableArray<Declaration> Declarations { get; }

    public EquatableArray<Ignore> Ignores { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    public Declaration? Find(EntityKey key) => _byKey.GetValueOrDefault(key);
}
