using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

/// <summary>Makes values of any shape of the language, at least two where there are two, and every form and word.</summary>
internal static class Sampler
{
    public static IReadOnlyList<object> Of(Shape shape) => shape switch
    {
        Shape.Text => ["Some text.", "Other text: ü 🎉 <b>\"it's\"</b>"],
        Shape.Truth => [true, false],
        Shape.Whole whole => [whole.Least, whole.Most],
        Shape.Length length => [Within(length, Duration.OfDays(7)), Within(length, Duration.OfDays(10))],
        Shape.Moment => [new DateTimeOffset(2030, 6, 30, 21, 59, 59, TimeSpan.Zero), new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.FromHours(2))],
        Shape.Choice choice => [.. choice.Words.Select(word => word.Value)],
        Shape.Named named => [.. named.Kinds.SelectMany(Names)],
        Shape.ListOf list => Lists(list),
        Shape.Group group => Groups(group),
        Shape.Union union => [.. union.Forms.SelectMany(form => Of(form.Shape).Select(form.Wrap))],
        _ => throw new InvalidOperationException($"No samples of {shape}."),
    };

    private static Duration Within(Shape.Length bounds, Duration wanted) =>
        wanted < bounds.Least ? bounds.Least : wanted > bounds.Most ? bounds.Most : wanted;

    private static IEnumerable<object> Names(ReferenceKind kind) =>
        kind == ReferenceKind.User ? [Given.Megan, Given.Ana] : [Given.Marketing, Given.Approvers];

    private static List<object> Lists(Shape.ListOf list)
    {
        var items = Of(list.Item);
        List<object> samples = [list.Pack([items[0]]), .. items.Chunk(list.Most).Select(chunk => list.Pack([.. chunk.Reverse()]))];
        if (list.Fewest == 0)
        {
            samples.Add(list.Pack([]));
        }

        return samples;
    }

    // One column at a time, so that two that were mixed up show.
    private static List<object> Groups(Shape.Group group)
    {
        var columns = group.Fields.Select(field => (field, samples: Of(field.Shape))).ToList();
        var first = columns.Aggregate(group.Blank(), (owner, column) => column.field.With(owner, column.samples[0]));
        return [first, .. columns.SelectMany(column => column.samples.Skip(1).Select(sample => column.field.With(first, sample)))];
    }
}
