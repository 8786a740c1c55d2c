using Reconciler.Declarations.Messages;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Says where a key that can't stand here does stand: one level further down, or by itself as a word.</summary>
internal static class Misplaced
{
    /// <summary>The advice for a key of what stands below one of the fields or lists; null where it is of none.</summary>
    public static string? Among(string key, IEnumerable<Field> fields, IEnumerable<EntityList> lists)
    {
        var below = lists
            .Where(list => ShapeKeys.Of(Language.Of(list.Kind).Settings).Contains(key))
            .Select(list => $"an item of {Quote.Of(list.Key)}");
        var home = fields.Where(field => !field.IsInline).Select(field => Home(field, key)).OfType<(string Words, int Depth)>()
            .OrderBy(found => found.Depth).Select(found => found.Words).Concat(below).FirstOrDefault();
        return home is null ? null : $"{Quote.Of(key)} belongs inside {home}: indent it below that.";
    }

    /// <summary>The same for what stands below the keys of a shape's mapping.</summary>
    public static string? Within(string key, Shape shape) => Among(key, Below(shape), []);

    /// <summary>The advice for a key that is a word of one of the union's forms.</summary>
    /// <param name="path">The path of the union's value: its last key is the one behind which the word stands.</param>
    public static string Word(string key, string path) => $"{Quote.Of(key)} is written by itself: {Quote.Of($"{path[(path.LastIndexOf('.') + 1)..]}: {key}")}.";

    /// <summary>What the key stands in, as a phrase, and how far down that is; the nearest level first.</summary>
    private static (string Words, int Depth)? Home(Field field, string key)
    {
        var here = Inside(field);
        var inner = Below(field.Shape);
        return inner.Length == 0 ? null
            : ShapeKeys.Of(inner).Contains(key) ? (here, 0)
            : inner.Where(f => !f.IsInline).Select(f => Home(f, key)).OfType<(string Words, int Depth)>().OrderBy(found => found.Depth)
                .Select(found => ((string, int)?)($"{found.Words} in {here}", found.Depth + 1)).FirstOrDefault();
    }

    private static string Inside(Field field) => (field.Shape is Shape.ListOf ? "an item of " : "") + Quote.Of(field.Key);

    private static Field[] Below(Shape shape) => shape switch
    {
        Shape.Group group => [.. group.Fields],
        Shape.Union union => [.. union.Forms.SelectMany(form => Below(form.Shape))],
        Shape.ListOf list => Below(list.Item),
        Shape.MapOf map => Below(map.Item),
        _ => [],
    };
}
