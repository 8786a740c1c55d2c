using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>A key of the language, wherever it stands: a setting itself, or a key inside of its value.</summary>
/// <param name="Path">Keys joined by dots; <c>[]</c> stands for an item, <c>{}</c> for an entry, and the form of a union is told by the keys it needs.</param>
/// <param name="Embed">The setting's value in which the key holds a value, or is left out where that is null.</param>
internal sealed partial record MatrixKey(EntityTable Table, Leaf Leaf, Field Field, string Path, Func<Sampler, JsonNode?, JsonNode?> Embed)
{
    public bool IsSetting => ReferenceEquals(Field, Leaf.Field);

    /// <summary>Without the marks of forms: as a source map would write it, with no indices.</summary>
    public string PlainPath => Plain(Path);

    /// <summary>Whether it can be taken out of a file without any other value taking its place.</summary>
    public bool MayBeUnmanaged => Field.Without is not null;

    public static string Plain(string path) => Marks().Replace(path, "");

    /// <summary>Every key of a kind, in the order of the table.</summary>
    public static IEnumerable<MatrixKey> Of(EntityTable table) => table.Leaves.SelectMany(leaf =>
    {
        var key = new MatrixKey(table, leaf, leaf.Field, leaf.Path, (_, value) => value);
        return key.Inside(leaf.Field.Shape, leaf.Path, key.Embed).Prepend(key);
    });

    private IEnumerable<MatrixKey> Inside(Shape shape, string path, Func<Sampler, JsonNode?, JsonNode?> embed) => shape switch
    {
        Shape.Group group => group.Fields.SelectMany(field =>
        {
            var at = $"{path}.{field.Key}";
            JsonNode? Within(Sampler sampler, JsonNode? value) => embed(sampler, sampler.With(group, field, value, path));
            return Inside(field.Shape, at, Within).Prepend(new MatrixKey(Table, Leaf, field, at, Within));
        }),
        Shape.Union union => union.Forms.SelectMany(form => Inside(form.Shape, path + Sampler.Mark(union, form), embed)),
        Shape.ListOf list => Inside(list.Item, $"{path}[]", (sampler, item) => embed(sampler, new JsonArray(item?.DeepClone()))),
        Shape.MapOf map => Inside(map.Item, $"{path}{{}}", (sampler, item) => embed(sampler, new JsonObject { [Sampler.MapKey] = item?.DeepClone() })),
        _ => [],
    };

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Marks();
}
