using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

/// <summary>Says what a value means, in text: equal texts mean the same. The order of a set means nothing.</summary>
internal static class Meaning
{
    /// <summary>What an entity means, some of its settings left out.</summary>
    public static string Of(Entity entity, params string[] without) => string.Join(
        Environment.NewLine,
        Language.Of(entity.Key.Kind).Settings.Where(field => !without.Contains(field.Key)).Select(field => $"{field.Key}: {Of(field, entity)}").Prepend($"{entity.Key}"));

    public static string Of(Field field, Entity entity) => Of(field.Shape, field.Get(entity));

    public static string Of(Shape shape, object? value) => (shape, value) switch
    {
        (_, null) => "(not written)",
        (Shape.ListOf { IsSet: true } set, _) => $"{{{string.Join(", ", set.Unpack(value).Select(item => Of(set.Item, item)).Order(StringComparer.Ordinal))}}}",
        (Shape.MapOf map, _) => $"{{{string.Join(", ", map.Unpack(value).Select(item => $"{map.KeyOf(item)}: {Of(map.Item, item)}"))}}}",
        (Shape.ListOf list, _) => $"[{string.Join(", ", list.Unpack(value).Select(item => Of(list.Item, item)))}]",
        (Shape.Group group, _) => $"({string.Join(", ", group.Fields.Select(field => $"{field.Key}: {Of(field.Shape, field.Get(value))}"))})",
        (_, ResourceRole { Role: Role.Named role } held) => $"{held.Resource.Kind} {held.Resource.Name} {held.Resource.Id} {role.Name} {role.Id}",
        (Shape.Union union, _) => union.Forms.Select(form => form.Unwrap(value) is { } inner ? Of(form.Shape, inner) : null).FirstOrDefault(text => text is not null) ?? $"{value}",
        (_, Reference reference) => $"{reference.Kind} {reference.Catalog} {reference.Name} {reference.Id}",
        (_, DateTimeOffset moment) => $"{moment.ToUniversalTime():O}",
        _ => $"{value}",
    };
}
