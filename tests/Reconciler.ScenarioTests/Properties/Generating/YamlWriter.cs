using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Writes declarations as YAML by the table, in the styles that people use; the same style number gives the same text.</summary>
internal sealed partial class YamlWriter(int style)
{
    private readonly Random _style = new(style);

    /// <summary>One document: an entity and, where it has such, those inside it.</summary>
    public string Document(Declaration declaration, IEnumerable<Declaration> children)
    {
        var table = Language.Of(declaration.Key.Kind);
        Node.Map map = new([("kind", new Node.Scalar(table.Keyword)), .. Entries(table, declaration)]);
        var inside = children.Select(Node (child) => new Node.Map([.. Entries(Language.Of(child.Key.Kind), child)])).ToList();
        if (inside.Count > 0)
        {
            map = new Node.Map([.. map.Entries, (table.Children[0].Key, new Node.Seq(inside))]);
        }

        var text = new StringBuilder();
        Block(text, map, 0);
        return text.ToString();
    }

    private IEnumerable<(string, Node)> Entries(EntityTable table, Declaration declaration)
    {
        var header = new Header
        {
            Name = declaration.Key.Name,
            Catalog = declaration.Key.CatalogName ?? "",
            Ensure = declaration.Ensure,
            Id = declaration.Id ?? "",
            Previously = declaration.Previously,
        };
        return [.. Members(table.Header, header, mayLeaveOut: true), .. Members(table.Settings, declaration.Entity, mayLeaveOut: false)];
    }

    private IEnumerable<(string, Node)> Members(IEnumerable<Field> fields, object owner, bool mayLeaveOut)
    {
        foreach (var field in fields)
        {
            if (field.Get(owner) is not { } value
                || (mayLeaveOut && Equals(field.DefaultIn?.Invoke(owner) ?? field.Default, value) && (value is "" or EquatableArray<string> || _style.Next(2) == 0)))
            {
                continue;
            }

            var node = Of(field.Shape, value);
            foreach (var entry in field.IsInline && node is Node.Map inline ? inline.Entries : [(field.Key, node)])
            {
                yield return entry;
            }
        }
    }

    private Node Of(Shape shape, object value) => shape switch
    {
        Shape.Text => new Node.Scalar(Quoted((string)value)),
        Shape.Truth => new Node.Scalar(value is true ? "true" : "false"),
        Shape.Choice choice => new Node.Scalar(choice.Words.First(word => word.Value.Equals(value)).Word),
        Shape.Length => new Node.Scalar(_style.Next(2) == 0 ? $"{value}" : ((Duration)value).ToIso()),
        Shape.Moment => new Node.Scalar(Moment((DateTimeOffset)value)),
        Shape.Named => Named((Reference)value),
        Shape.ListOf list => new Node.Seq([.. list.Unpack(value).Select(item => Of(list.Item, item))]),
        Shape.Group group => new Node.Map([.. Members(group.Fields, value, mayLeaveOut: true)]),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) ? Of(form.Shape, inner) : throw new InvalidOperationException($"{value} can't be declared."),
        _ => new Node.Scalar(string.Create(CultureInfo.InvariantCulture, $"{value}")),
    };

    private Node.Map Named(Reference reference)
    {
        List<(string, Node)> entries = [(reference.Kind == ReferenceKind.User ? "user" : "group", new Node.Scalar(Quoted(reference.Name ?? "")))];
        if (reference.Id is { } id)
        {
            entries.Add(("id", new Node.Scalar(id)));
        }

        return new Node.Map(entries);
    }

    private string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.TimeOfDay == new TimeSpan(23, 59, 59) && _style.Next(2) == 0
            ? moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : moment.ToOffset(TimeSpan.FromHours(_style.Next(-5, 6))).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private string Quoted(string text)
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

    private void Block(StringBuilder text, Node.Map map, int indent)
    {
        foreach (var (key, node) in map.Entries)
        {
            text.Append(' ', indent).Append(key).Append(':');
            Value(text, node, indent);
        }
    }

    private void Value(StringBuilder text, Node node, int indent)
    {
        switch (node)
        {
            case Node.Map { Entries.Count: > 0 } map when _style.Next(3) > 0:
                text.Append('\n');
                Block(text, map, indent + 2);
                break;
            case Node.Seq { Items.Count: > 0 } seq when _style.Next(4) > 0:
                text.Append('\n');
                foreach (var item in seq.Items)
                {
                    text.Append(' ', indent + 2).Append('-');
                    Value(text, item, indent + 2);
                }

                break;
            default:
                text.Append(' ').Append(Flow(node)).Append('\n');
                break;
        }
    }

    private static string Flow(Node node) => node switch
    {
        Node.Map map => map.Entries.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Entries.Select(e => $"{e.Key}: {Flow(e.Value)}"))} }}",
        Node.Seq seq => $"[{string.Join(", ", seq.Items.Select(Flow))}]",
        Node.Scalar scalar => scalar.Text,
        _ => "",
    };

    [GeneratedRegex("^[A-Za-z0-9\\p{L}][A-Za-z0-9\\p{L} _.@'+-]*[A-Za-z0-9\\p{L}.]\\z")]
    private static partial Regex Plain();

    private abstract record Node
    {
        public sealed record Scalar(string Text) : Node;

        public sealed record Map(IReadOnlyList<(string Key, Node Value)> Entries) : Node;

        public sealed record Seq(IReadOnlyList<Node> Items) : Node;
    }
}
