using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>Says how a value is written: each word with its sentence, else an example.</summary>
internal static class WrittenWords
{
    public static string Of(Shape shape) => shape switch
    {
        Shape.Text => "text",
        Shape.Truth or Shape.Whole or Shape.Called => ShapeWords.Expected(shape),
        Shape.Length length => $"a length of time from {length.Least} to {length.Most}, {Markdown.Code($"{length.Example}")}",
        Shape.Choice choice => string.Join("\n", choice.Words.Select(word => $"{Markdown.Code(word.Word)}: {word.Doc}")),
        Shape.ListOf { Item: Shape.Text } list => $"{Markdown.Code($"[ {list.Noun}, … ]")}{Count(list)}",
        Shape.ListOf list => $"a list of {string.Join(", ", Items(list.Item).Distinct())}{Count(list)}",
        Shape.Named => string.Join("\n", Items(shape)),
        Shape.Group { Fields: var fields } when !fields.Any(field => field.IsRequired) => Markdown.Code($"{{ {string.Join(", ", fields.Select(field => $"{field.Key}: …"))} }}"),
        Shape.Union union => string.Join("\n", union.Forms.Select(form => Of(form.Shape)).Distinct()),
        _ => Markdown.Code(ShapeExamples.Of(shape)),
    };

    /// <summary>Each form of an item by itself.</summary>
    private static IEnumerable<string> Items(Shape item) => item switch
    {
        Shape.Named named => named.Kinds.Select(kind => Markdown.Code(kind == ReferenceKind.Package ? "{ package: …, catalog: … }" : $"{{ {kind.Word()}: … }}")),
        Shape.Choice choice => choice.Words.Select(word => Markdown.Code(word.Word)),
        Shape.Union union => union.Forms.SelectMany(form => Items(form.Shape)),
        _ => [Markdown.Code(ShapeExamples.Of(item))],
    };

    private static string Count(Shape.ListOf list) => (list.Fewest, list.Most) switch
    {
        (0, >= 1000) => "",
        (0, var most) => $", at most {most}",
        (var fewest, >= 1000) => $", at least {fewest}",
        var (fewest, most) => $", {fewest} to {most}",
    };
}
