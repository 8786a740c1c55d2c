using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

/// <summary>Makes values of any shape of the language, at least two where there are two, and every form and word.</summary>
internal static class Sampler
{
    public static IReadOnlyList<object> Of(Shape shape) => shape switch
    {
        Shape.Text text => [.. new object[] { "Some text.", "Other text: ü 🎉 <b>\"it's\"</b>", "" }.Where(sample => text.MayBeEmpty || sample is not "")],
        Shape.Truth => [true, false],
        Shape.Whole whole => [whole.Least, whole.Most],
        Shape.Length length => [Within(length, Duration.OfDays(7)), Within(length, Duration.OfDays(10))],
        Shape.Moment => [new DateTimeOffset(2030, 6, 30, 21, 59, 59, TimeSpan.Zero), new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.FromHours(2))],
        Shape.Day => [new DateOnly(2030, 1, 31), new DateOnly(2031, 6, 15)],
        Shape.Choice choice => [.. choice.Words.Select(word => word.Value)],
        Shape.Named named => [.. named.Kinds.SelectMany(Samples.Named)],
        Shape.Called called => [.. Samples.Named(called.Kind)],
        Shape.ListOf list => Lists(list),
        Shape.MapOf map => Maps(map),
        Shape.Group group => Samples.Instead(group.Blank()) ?? [.. Groups(group).Select(Samples.Consistent)],
        Shape.Union union => Samples.Instead(union.Forms.Select(form => form.Shape).OfType<Shape.Group>().FirstOrDefault()?.Blank())
            ?? [.. union.Forms.SelectMany(form => Of(form.Shape).Select(form.Wrap)).Select(Samples.Consistent)],
        _ => throw new InvalidOperationException($"No samples of {shape}."),
    };

    private static Duration Within(Shape.Length bounds, Duration wanted) =>
        wanted < bounds.Least ? bounds.Least : wanted > bounds.Most ? bounds.Most : wanted;

    private static List<object> Lists(Shape.ListOf list)
    {
        var items = list.IsSet ? [.. Of(list.Item).DistinctBy(item => list.KeyOf?.Invoke(item) ?? item)] : Of(list.Item);
        List<object> samples =
        [
            list.Pack([items[0]]),
            .. items.GroupBy(Samples.Company).SelectMany(items => items.Chunk(list.Most)).Select(chunk => list.Pack([.. chunk.Reverse()])),
        ];
        if (list.Fewest == 0)
        {
            samples.Add(list.Pack([]));
        }

        // What has a key changes in place.
        if (list.KeyOf is { } key)
        {
            samples.AddRange(Of(list.Item).GroupBy(key).SelectMany(same => same.Skip(1)).Select(other => list.Pack([other])));
        }

        return samples;
    }

    private static List<object> Maps(Shape.MapOf map)
    {
        var items = Of(map.Item);
        return [map.Pack([map.WithKey(items[0], "nb-no")]), map.Pack([.. items.Select((item, index) => map.WithKey(item, $"de-x{index}"))]), map.Pack([])];
    }

    // One column at a time, so that two that were mixed up show.
    private static List<object> Groups(Shape.Group group)
    {
        var columns = group.Fields.Select(field => (field, samples: Of(field.Shape))).ToList();
        var first = columns.Aggregate(group.Blank(), (owner, column) => column.field.With(owner, column.samples[0]));
        return [first, .. columns.SelectMany(column => column.samples.Skip(1).Select(sample => column.field.With(first, sample)))];
    }
}
