using System.Globalization;
using System.Text.RegularExpressions;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Writes declarations as YAML by the table, in the styles that people use; the same style number gives the same text.</summary>
internal sealed partial class YamlWriter(int style)
{
    private readonly Random _style = new(style);

    /// <summary>One document: an entity and those inside it.</summary>
    /// <param name="all">Everything declared.</param>
    public YamlNode.Map Document(Declaration declaration, EquatableArray<Declaration> all)
    {
        var table = Language.Of(declaration.Key.Kind);
        return new YamlNode.Map([("kind", new YamlNode.Scalar(table.Keyword)), .. Entries(table, declaration), .. Children(table, declaration, all)]);
    }

    /// <summary>What is declared about entities: an exception.</summary>
    public YamlNode.Map Document(DocumentTable table, object written) =>
        new([("kind", new YamlNode.Scalar(table.Keyword)), .. Members(table.Fields, written, mayLeaveOut: true)]);

    /// <summary>A mapping of a shape.</summary>
    public YamlNode Value(Shape shape, object value) => Of(shape, value);

    private IEnumerable<(string, YamlNode)> Children(EntityTable table, Declaration declaration, EquatableArray<Declaration> all) =>
        from list in table.Children
        let inside = all.Where(d => d.Key.Kind == list.Kind && d.Key.Parent == declaration.Key)
            .Select(YamlNode (child) => new YamlNode.Map([.. Entries(Language.Of(child.Key.Kind), child)])).ToList()
        where inside.Count > 0
        select (list.Key, (YamlNode)new YamlNode.Seq(inside));

    private IEnumerable<(string, YamlNode)> Entries(EntityTable table, Declaration declaration)
    {
        var header = new Header
        {
            Name = declaration.Key.Name,
            Catalog = declaration.Key.CatalogName ?? "",
            Ensure = declaration.Ensure,
            Id = declaration.Id ?? "",
            Previously = declaration.Previously,
            Protect = declaration.Protect,
            Prune = declaration.Prune,
            Drain = declaration.Drain,
            Labels = declaration.Labels,
            Only = declaration.Ensure == Ensure.Elsewhere ? ["other"] : _style.Next(12) == 0 ? ["other", "demo"] : [],
        };

        // The user of an assignment names it and is a setting of it.
        var inline = table.Settings.Where(field => field.IsInline).Select(field => field.Key).ToHashSet();
        return
        [
            .. Members(table.Header.Where(field => !inline.Contains(field.Key) && (field.Key != "ensure" || declaration.Ensure != Ensure.Elsewhere)), header, mayLeaveOut: true),
            .. Members(table.Settings, declaration.Entity, mayLeaveOut: false),
        ];
    }

    private IEnumerable<(string, YamlNode)> Members(IEnumerable<Field> fields, object owner, bool mayLeaveOut)
    {
        foreach (var field in fields)
        {
            if (field.Get(owner) is not { } value
                || (mayLeaveOut && Equals(field.DefaultIn?.Invoke(owner) ?? field.Default, value) && (value is "" or EquatableArray<string> || _style.Next(2) == 0)))
            {
                continue;
            }

            var node = Of(field.Shape, value);
            foreach (var entry in field.IsInline && node is YamlNode.Map inline ? inline.Entries : [(field.Key, node)])
            {
                yield return entry;
            }
        }
    }

    private YamlNode Of(Shape shape, object value) => shape switch
    {
        Shape.Text => Text((string)value),
        Shape.Truth => new YamlNode.Scalar(value is true ? "true" : "false"),
        Shape.Choice choice => new YamlNode.Scalar(choice.Words.First(word => word.Value.Equals(value)).Word),
        Shape.Length => new YamlNode.Scalar(_style.Next(2) == 0 ? $"{value}" : ((Duration)value).ToIso()),
        Shape.Moment moment => new YamlNode.Scalar(Moment((DateTimeOffset)value, moment.Begins)),
        Shape.Day => new YamlNode.Scalar(((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Shape.Called => Text(((Reference)value).Name ?? ""),
        Shape.MapOf map => new YamlNode.Map([.. map.Unpack(value).Select(item => (map.KeyOf(item), Of(map.Item, item)))]),
        Shape.Named => Named((Reference)value),
        Shape.ListOf list => new YamlNode.Seq([.. list.Unpack(value).Select(item => Of(list.Item, item))]),
        Shape.Group group => new YamlNode.Map([.. Members(group.Fields, value, mayLeaveOut: true)]),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) ? Of(form.Shape, inner) : throw new InvalidOperationException($"{value} can't be declared."),
        _ => new YamlNode.Scalar(string.Create(CultureInfo.InvariantCulture, $"{value}")),
    };

    private YamlNode.Scalar Text(string text) => new(Quoted(text), text);

    private YamlNode.Map Named(Reference reference) => new(
    [
        (reference.Kind.Word(), Text(reference.Name ?? Reference.Deleted)),
        .. reference.Catalog is { } catalog ? [("catalog", Text(catalog))] : Array.Empty<(string, YamlNode)>(),
        .. reference.Id is { } id ? [("id", new YamlNode.Scalar(id))] : Array.Empty<(string, YamlNode)>(),
    ]);

    private string Moment(DateTimeOffset moment, bool begins) =>
        moment.UtcDateTime.TimeOfDay == (begins ? TimeSpan.Zero : new TimeSpan(23, 59, 59)) && _style.Next(2) == 0
            ? moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToOffset(TimeSpan.FromHours(_style.Next(-5, 6))).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public string Quoted(string text)
    {
        var escaped = text.Replace("$(", "$$(", StringComparison.Ordinal);
        return _style.Next(3) switch
        {
            0 when Plain().IsMatch(escaped) && escaped is not ("null" or "Null" or "NULL") => escaped,
            1 when !escaped.Any(NeedsEscape) => $"'{escaped.Replace("'", "''", StringComparison.Ordinal)}'",
            _ => "\"" + string.Concat(escaped.Select(c => c is '"' or '\\' ? $"\\{c}" : NeedsEscape(c) ? $"\\u{(int)c:x4}" : $"{c}")) + "\"",
        };
    }

    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    [GeneratedRegex("^[A-Za-z0-9\\p{L}][A-Za-z0-9\\p{L} _.@'+-]*[A-Za-z0-9\\p{L}.]\\z")]
    private static partial Regex Plain();
}
