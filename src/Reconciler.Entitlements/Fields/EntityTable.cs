using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>
/// The table of one kind of entity: its keyword, the keys that say which entity is meant and what becomes of it, and its settings.
/// </summary>
public sealed class EntityTable
{
    private Leaf[]? _leaves;

    public required EntityKind Kind { get; init; }

    /// <summary>What stands behind <c>kind:</c>.</summary>
    public required string Keyword { get; init; }

    public required string Doc { get; init; }

    /// <summary>Whether a tenant has one of it, which has no name and can't be made or deleted.</summary>
    public bool IsSingle { get; init; }

    /// <summary>Rows over <see cref="Header"/>.</summary>
    public required ImmutableArray<Field> Header { get; init; }

    /// <summary>Rows over the entity.</summary>
    public required ImmutableArray<Field> Settings { get; init; }

    /// <summary>Keys whose value is a list of entities inside this one, each managed by itself.</summary>
    public ImmutableArray<EntityList> Children { get; init; } = [];

    /// <summary>Keys of the language that this build does not know yet.</summary>
    public ImmutableArray<string> Later { get; init; } = [];

    /// <summary>An entity of the kind with nothing but its key.</summary>
    public required Func<EntityKey, Entity> Blank { get; init; }

    /// <summary>
    /// The settings that must be written when the entity is created, because a default would decide about access. Where several stand for one
    /// need, one of them is enough and two exclude each other.
    /// </summary>
    public ImmutableArray<ImmutableArray<string>> NeededToCreate { get; init; } = [];

    /// <summary>The type of Graph that it is.</summary>
    public ImmutableArray<string> GraphTypes { get; init; } = [];

    /// <summary>The key under which the entity's own name stands.</summary>
    public string NameKey { get; init; } = "name";

    /// <summary>Every setting that can be written, compared and let go by itself: the table's own, and those of its sections.</summary>
    public IReadOnlyList<Leaf> Leaves => _leaves ??= [.. Settings.SelectMany(LeavesOf)];

    public Leaf? Leaf(string path) => Leaves.FirstOrDefault(leaf => leaf.Path == path);

    private static IEnumerable<Leaf> LeavesOf(Field setting) => setting.Shape is Shape.Group section && section.Fields.All(inner => inner.Without is not null)
        ? section.Fields.Select(inner => new Leaf(inner, setting))
        : [new Leaf(setting, Section: null)];

    /// <summary>An entity as it is, but under another key.</summary>
    public Entity Under(Entity entity, EntityKey key) =>
        (Entity)Settings.Aggregate((object)Blank(key), (other, setting) => setting.Get(entity) is { } value ? setting.With(other, value) : other);

    public Field Setting(string key) => Settings.First(field => field.Key == key);
}

/// <summary>A key whose value is a list of entities of a kind.</summary>
public sealed record EntityList(string Key, EntityKind Kind, string Doc)
{
    /// <summary>See <see cref="Field.Portal"/>.</summary>
    public string Portal { get; init; } = "";
}
