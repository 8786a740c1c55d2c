using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

/// <summary>Says what a value means, in text: equal texts mean the same. The order of a set means nothing.</summary>
internal static class Meaning
{
    public static string Of(Entity entity) => string.Join(
        Environment.NewLine,
        Language.Of(entity.Key.Kind).Settings.Select(field => $"{field.Key}: {Of(field.Shape, field.Get(entity))}").Prepend($"{entity.Key}"));

    private static string Of(Shape shape, object? value) => (shape, value) switch
    {
        (_, null) => "(not written)",
        (Shape.ListOf { IsSet: true } set, _) => $"{{{string.Join(", ", set.Unpack(value).Select(item => Of(set.Item, item)).Order(StringComparer.Ordinal))}}}",
        (Shape.ListOf list, _) => $"[{string.Join(", ", list.Unpack(value).Select(item => Of(list.Item, item)))}]",
        (Shape.Group group, _) => $"({string.Join(", ", group.Fields.Select(field => $"{field.Key}: {Of(field.Shape, field.Get(value))}"))})",
        (Shape.Union union, _) => union.Forms.Select(form => form.Unwrap(value) is { } inner ? Of(form.Shape, inner) : null).FirstOrDefault(text => text is not null) ?? $"{value}",
        (_, Reference reference) => $"{reference.Kind} {reference.Name} {reference.Id}",
        (_, DateTimeOffset moment) => $"{moment.ToUniversalTime():O}",
        _ => $"{value}",
    };
}
