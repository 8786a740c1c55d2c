namespace Reconciler.Entitlements;

/// <summary>Everything a workspace declares, by key and in the order of keys, whatever the order of files.</summary>
public sealed class EntitlementSet
{
    private readonly Dictionary<EntityKey, Declaration> _byKey;

    public EntitlementSet(IEnumerable<Declaration> declarations)
    {
        (EntityKey Key, Declaration Declaration)[] ordered = [.. declarations.Select(declaration => (declaration.Key, declaration)).OrderBy(pair => pair.Key)];
        Declarations = ordered.Select(pair => pair.Declaration).ToEquatableArray();
        _byKey = ordered.ToDictionary(pair => pair.Key, pair => pair.Declaration);
    }

    public static EntitlementSet Empty { get; } = new([]);

    public EquatableArray<Declaration> Declarations { get; }

    public EquatableArray<Ignore> Ignores { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    public Declaration? Find(EntityKey key) => _byKey.GetValueOrDefault(key);
}
