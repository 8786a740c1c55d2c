using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>Values of a shape to try a judgement on: less before more, each form and each word.</summary>
internal static class ShapeSamples
{
    private static readonly DateTimeOffset Early = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<object> Of(Shape shape) => shape switch
    {
        Shape.Text => ["a", "b"],
        Shape.Truth => [false, true],
        Shape.Whole whole => [whole.Least, whole.Most],
        Shape.Length length => [length.Least, length.Most],
        Shape.Moment => [Early, Early.AddDays(1)],
        Shape.Day => [DateOnly.FromDateTime(Early.DateTime), DateOnly.FromDateTime(Early.DateTime).AddDays(1)],
        Shape.Choice choice => [.. choice.Words.Select(word => word.Value)],
        Shape.Named named => [new Reference(named.Kinds[0], "a"), new Reference(named.Kinds[0], "b")],
        Shape.Called called => [new Reference(called.Kind, "a"), new Reference(called.Kind, "b")],
        Shape.ListOf list => Lists(list),
        Shape.Group group => Groups(group),
        Shape.Union union => [.. union.Forms.SelectMany(form => Of(form.Shape).Select(form.Wrap))],
        _ => [],
    };

    private static IReadOnlyList<object> Lists(Shape.ListOf list) => Of(list.Item) is [var first, .., var last] ? [list.Pack([first]), list.Pack([first, last])] : [];

    private static IReadOnlyList<object> Groups(Shape.Group group)
    {
        var required = group.Fields.Where(field => field.IsRequired).Select(field => (Field: field, Samples: Of(field.Shape))).Where(column => column.Samples.Count > 0).ToArray();
        return [.. Enumerable.Range(0, 2).Select(turn => required.Aggregate(group.Blank(), (owner, column) => column.Field.With(owner, column.Samples[turn % column.Samples.Count])))];
    }
}
