using System.Collections.Immutable;
using System.Text;

namespace Reconciler.Declarations.Writing;

/// <summary>
/// Lays documents out, the same always alike: short mappings on one line, lists that grow on several, one blank line between documents, so that
/// a difference of two files is what changed.
/// </summary>
internal sealed class YamlPrinter
{
    private const int Width = 110;
    private const int Step = 2;
    private const int MostInLine = 4;
    private const int DeepestInLine = 4;

    private readonly StringBuilder _text = new();

    /// <summary>A file of documents.</summary>
    /// <param name="heading">Comment lines before the first document.</param>
    public static string Print(IEnumerable<string> heading, IEnumerable<YamlPart.Mapping> documents)
    {
        var printer = new YamlPrinter();
        foreach (var line in heading)
        {
            printer._text.Append("# ").Append(line).Append('\n');
        }

        var isFirst = true;
        foreach (var document in documents)
        {
            printer._text.Append(isFirst ? "" : "---\n");
            printer.Lines(document.Lines, 0);
            isFirst = false;
        }

        return printer._text.ToString();
    }

    /// <summary>A part on one line, without regard to its length.</summary>
    public static string InLine(YamlPart part, bool isInFlow = false) => part switch
    {
        YamlPart.Word word => word.Written,
        YamlPart.Text text => YamlScalar.Of(text.Value, isInFlow),
        YamlPart.Sequence { Items.IsEmpty: true } => "[]",
        YamlPart.Sequence sequence => $"[ {string.Join(", ", sequence.Items.Select(item => InLine(item, isInFlow: true)))} ]",
        YamlPart.Mapping mapping => $"{{ {string.Join(", ", mapping.Lines.Where(line => line.Value is not null).Select(InLine))} }}",
        _ => "",
    };

    private static string InLine(YamlLine line) => line.Value is { } value ? $"{YamlScalar.Of(line.Key, isInFlow: true)}: {InLine(value, isInFlow: true)}" : "";

    private void Lines(ImmutableArray<YamlLine> lines, int indent, bool isBegun = false)
    {
        foreach (var line in lines)
        {
            if (!isBegun)
            {
                _text.Append(' ', indent);
            }

            isBegun = false;
            if (line.Value is { } value)
            {
                _text.Append(YamlScalar.Of(line.Key, isInFlow: true)).Append(':');
                Value(value, indent, line.Key.Length + 2);
            }
            else
            {
                _text.Append("# ").Append(line.Key).Append('\n');
            }
        }
    }

    /// <summary>What stands behind a key.</summary>
    private void Value(YamlPart value, int indent, int begun)
    {
        if (value is YamlPart.Text { Value: var text } && YamlScalar.IsBlock(text))
        {
            Block(text, indent + Step);
        }
        else if (ShortForm(value, indent + begun) is { } form)
        {
            _text.Append(' ').Append(form).Append('\n');
        }
        else
        {
            _text.Append('\n');
            Nested(value, indent + Step);
        }
    }

    private void Nested(YamlPart value, int indent)
    {
        if (value is YamlPart.Mapping mapping)
        {
            Lines(mapping.Lines, indent);
            return;
        }

        foreach (var item in value is YamlPart.Sequence sequence ? sequence.Items : [])
        {
            _text.Append(' ', indent).Append("- ");
            if (ShortForm(item, indent + Step) is { } form)
            {
                _text.Append(form).Append('\n');
            }
            else if (item is YamlPart.Mapping inner)
            {
                Lines(inner.Lines, indent + Step, isBegun: true);
            }
        }
    }

    private void Block(string text, int indent)
    {
        _text.Append(text.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : indent).Append(line).Append('\n');
        }
    }

    private static string? ShortForm(YamlPart part, int begun) =>
        part is YamlPart.Word or YamlPart.Text or YamlPart.Sequence { Items.IsEmpty: true } ? InLine(part)
        : IsShort(part, 0) && InLine(part) is var line && begun + line.Length <= Width ? line
        : null;

    private static bool IsShort(YamlPart part, int depth) => part switch
    {
        YamlPart.Mapping { IsOpen: true } or YamlPart.Sequence { IsOpen: true } => false,
        YamlPart.Mapping mapping => depth < DeepestInLine && mapping.Lines.Length is > 0 and <= MostInLine
            && mapping.Lines.All(line => line.Value is not null && IsShort(line.Value, depth + 1)),
        YamlPart.Sequence sequence => depth < DeepestInLine
            && (sequence.Items.Length <= 1 || sequence.Items.All(item => item is YamlPart.Word or YamlPart.Text))
            && sequence.Items.All(item => IsShort(item, depth + 1)),
        YamlPart.Text { Value: var text } => !text.Contains('\n', StringComparison.Ordinal),
        _ => true,
    };
}
