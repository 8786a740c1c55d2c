using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Says in the words of the language what a key that is left out stands for.</summary>
internal static class DefaultWords
{
    /// <summary>The default as it would be written, within backticks; null where there is none.</summary>
    public static string? Of(Field field) =>
        field.DefaultIn is not null && field.Default is { } depends ? $"{Quoted(field.Shape, depends)}, but where its sentence says otherwise"
        : field.Default is { } @default ? Quoted(field.Shape, @default)
        : null;

    /// <summary>A value as it is written; null for what has no short form.</summary>
    public static string? Written(Shape shape, object value) => (shape, value) switch
    {
        (Shape.Text, "") => null,
        (_, bool truth) => truth ? "true" : "false",
        (_, int or string or Duration) => $"{value}",
        (Shape.Choice choice, _) => choice.Words.FirstOrDefault(word => Equals(word.Value, value))?.Word,
        (Shape.Union union, _) => union.FormOf(value) is ({ } form, { } inner) ? Written(form.Shape, inner) : null,
        (Shape.ListOf list, _) => list.Unpack(value) is { IsEmpty: false } items ? $"[ {string.Join(", ", items.Select(item => ShapeExamples.InBrackets(Written(list.Item, item) ?? "…")))} ]" : "[]",
        (Shape.MapOf, _) => "{}",
        (Shape.Group group, _) => $"{{ {string.Join(", ", group.Fields.Select(field => $"{field.Key}: {(field.Get(value) is { } inner ? Written(field.Shape, inner) : "…")}"))} }}",
        _ => null,
    };

    private static string? Quoted(Shape shape, object value) => value switch
    {
        "" => "empty",
        _ when shape is Shape.ListOf or Shape.MapOf && Written(shape, value) is "[]" or "{}" => "none",
        _ => Written(shape, value) is { } written ? $"`{written}`" : null,
    };
}
