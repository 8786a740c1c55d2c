using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Which rows of the table, and which forms and words of each, there are and a declaration has.</summary>
internal static class Coverage
{
    /// <summary>All that can be generated, by the table.</summary>
    public static IReadOnlyCollection<string> Possible { get; } =
        [.. Language.Tables.SelectMany(table => table.Settings.SelectMany(field => Possibly(field, $"{table.Keyword}.{field.Key}")).Prepend(table.Keyword)).Distinct()];

    /// <summary>What one declaration has of it.</summary>
    public static IEnumerable<string> Of(Declaration declaration)
    {
        var table = Language.Of(declaration.Key.Kind);
        return Had(table.Settings, declaration.Entity, table.Keyword).Prepend(table.Keyword);
    }

    private static IEnumerable<string> Possibly(Field field, string path) => Possibly(field.Shape, path).Prepend(path);

    private static IEnumerable<string> Possibly(Shape shape, string path) => shape switch
    {
        Shape.Choice choice => choice.Words.Select(word => $"{path} = {word.Word}"),
        Shape.Named named => named.Kinds.Select(kind => $"{path} = {kind.Word()}"),
        Shape.ListOf list => Possibly(list.Item, path),
        Shape.MapOf map => Possibly(map.Item, path),
        Shape.Group group => group.Fields.SelectMany(field => Possibly(field, $"{path}.{field.Key}")),
        Shape.Union union => union.Forms.SelectMany((form, i) => Possibly(form.Shape, path).Prepend($"{path} form {i}")),
        _ => [],
    };

    private static IEnumerable<string> Had(IEnumerable<Field> fields, object owner, string path) =>
        from field in fields
        let value = field.Get(owner)
        where value is not null
        from had in Had(field.Shape, value, $"{path}.{field.Key}").Prepend($"{path}.{field.Key}")
        select had;

    private static IEnumerable<string> Had(Shape shape, object value, string path) => shape switch
    {
        Shape.Choice choice => [$"{path} = {choice.Words.First(word => word.Value.Equals(value)).Word}"],
        Shape.Named => [$"{path} = {((Reference)value).Kind.Word()}"],
        Shape.ListOf list => list.Unpack(value).SelectMany(item => Had(list.Item, item, path)),
        Shape.MapOf map => map.Unpack(value).SelectMany(item => Had(map.Item, item, path)),
        Shape.Group group => Had(group.Fields, value, path),
        Shape.Union union when union.FormOf(value) is ({ } form, { } inner) => Had(form.Shape, inner, path).Prepend($"{path} form {union.Forms.IndexOf(form)}"),
        _ => [],
    };
}
