namespace Reconciler.Entitlements.Fields;

/// <summary>A setting that is managed by itself: a row of an entity's table, or one of a section of it such as <c>delegates.owners</c>.</summary>
public sealed record Leaf(Field Field, Field? Section)
{
    public string Path { get; } = Section is null ? Field.Key : $"{Section.Key}.{Field.Key}";

    /// <summary>Whether it is a list whose items are added and removed one by one.</summary>
    public bool IsValueList => Field.Item is not null;

    /// <summary>The value in an entity; null where it is not written.</summary>
    public object? Get(Entity entity) => Section is null ? Field.Get(entity)
        : Section.Get(entity) is { } section ? Field.Get(section)
        : null;

    public Entity With(Entity entity, object value) => Section is null
        ? (Entity)Field.With(entity, value)
        : (Entity)Section.With(entity, Field.With(Section.Get(entity) ?? ((Shape.Group)Section.Shape).Blank(), value));

    /// <summary>The entity with the setting not written; as it is where it always has a value.</summary>
    public Entity Without(Entity entity) =>
        Field.Without is not { } without ? entity
        : Section is null ? (Entity)without(entity)
        : Section.Get(entity) is { } section ? (Entity)Section.With(entity, without(section))
        : entity;
}
