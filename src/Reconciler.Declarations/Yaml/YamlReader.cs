using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Reconciler.Declarations.Yaml;

/// <summary>Reads the text of one file into nodes, event by event, so that it can stop at any limit.</summary>
internal sealed class YamlReader
{
    private readonly string _file;
    private readonly Findings _findings;
    private readonly Scanner _scanner;
    private readonly Parser _parser;
    private readonly Anchors _anchors;

    private YamlReader(string file, string text, Findings findings)
    {
        _file = file;
        _findings = findings;
        _scanner = new Scanner(new StringReader(text), skipComments: true);
        _parser = new Parser(_scanner);
        _anchors = new Anchors();
    }

    private ParsingEvent Current => _parser.Current ?? throw new YamlException("The text ends before its structure does.");

    /// <summary>All documents; or none and exactly one finding, when the text is no YAML or goes over a limit.</summary>
    public static ImmutableArray<YamlNode> Read(string file, string text, Findings findings)
    {
        if (!LineEnds.AreSound(file, text, findings))
        {
            return [];
        }

        var found = new Findings();
        var reader = new YamlReader(file, text, found);
        try
        {
            var documents = reader.Documents();
            findings.AddRange(found);
            return documents;
        }
        catch (RefusedYamlException refused)
        {
            findings.Add(refused.Finding);
        }
        catch (YamlException syntax)
        {
            findings.Add(SyntaxTrouble.Of(file, text, syntax, (int)reader._scanner.CurrentPosition.Line));
        }
        catch (Exception other) when (other is ArgumentException or InvalidOperationException or OverflowException or FormatException)
        {
            findings.Add(SyntaxTrouble.Of(reader.Here(), other));
        }

        return [];
    }

    private ImmutableArray<YamlNode> Documents()
    {
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        while (_parser.MoveNext())
        {
            if (Current is DocumentStart)
            {
                _anchors.Clear();
                Pull();
                var document = Node(depth: 1);
                if (!document.IsNothing)
                {
                    documents.Add(document);
                }
            }
        }

        return documents.ToImmutable();
    }

    /// <summary>Reads the node at whose first event the parser stands, and leaves it at the last.</summary>
    private YamlNode Node(int depth)
    {
        if (depth > YamlLimits.Depth)
        {
            throw new RefusedYamlException(LoadDiagnostics.TooDeep(Here()));
        }

        if (Current is AnchorAlias alias)
        {
            return _anchors.Resolve(alias.Value.Value, Here(alias), depth);
        }

        // YamlDotNet closes some mappings, such as `{ ? }`, between a key and its value.
        var start = Current as NodeEvent ?? throw new YamlException(Current.Start, Current.End, "A value is missing here.");
        var anchor = start.Anchor.IsEmpty ? null : start.Anchor.Value;
        var where = Here(start);
        _anchors.Open(anchor, where);
        var before = _anchors.Values;
        var (node, height) = start switch
        {
            Scalar scalar => ((YamlNode)ScalarNode(scalar, where), 1),
            SequenceStart sequence => SequenceNode(sequence, where, depth),
            _ => MappingNode((MappingStart)start, where, depth),
        };
        _anchors.Close(anchor, node, _anchors.Values - before + 1, height);
        return node;
    }

    private YamlNode.Scalar ScalarNode(Scalar scalar, SourceSpan where)
    {
        var tag = Tag(scalar, "str", "int", "bool", "null", "float");
        if (!CoreTags.Fit(tag, scalar.Value))
        {
            _findings.Add(LoadDiagnostics.TagRefused(Here(scalar), $"!!{tag}"));
        }

        var isQuoted = tag switch
        {
            "" => scalar.Style != ScalarStyle.Plain,
            "str" => true,
            _ => false,
        };
        return new YamlNode.Scalar(where, scalar.Value, isQuoted);
    }

    private (YamlNode Node, int Height) SequenceNode(SequenceStart start, SourceSpan where, int depth)
    {
        Tag(start, "seq");
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        var height = 0;
        for (Pull(); Current is not SequenceEnd; Pull())
        {
            items.Add(Node(depth + 1));
            height = Math.Max(height, _anchors.LastHeight);
        }

        return (new YamlNode.Sequence(Whole(start, where, start.Style == SequenceStyle.Flow), items.DrainToImmutable()), height + 1);
    }

    private (YamlNode Node, int Height) MappingNode(MappingStart start, SourceSpan where, int depth)
    {
        Tag(start, "map");
        var entries = new MappingBuilder(_findings, isDocument: depth == 1);
        SourceSpan? first = null;
        var height = 0;
        for (Pull(); Current is not MappingEnd; Pull())
        {
            var isAlias = Current is AnchorAlias;
            var key = Node(depth + 1);
            first ??= key.Where;
            Pull();
            var value = Node(depth + 1);
            height = Math.Max(height, _anchors.LastHeight);
            if (isAlias || key is not YamlNode.Scalar name || name is { Text: "", IsQuoted: false })
            {
                // What is empty has no place of its own either.
                _findings.Add(LoadDiagnostics.ComplexKey(
                    key is not YamlNode.Scalar { Text: "" } ? key.Where : value is YamlNode.Scalar { Text: "" } ? Here(start) : value.Where));
                continue;
            }

            entries.Add(name, value);
        }

        // A pair that stands by itself in a list, `[ a: b ]`, has no place of its own.
        var isPair = depth > 1 && start.Start is { Line: <= 1, Column: <= 1 };
        return (entries.Build(isPair ? first ?? where : Whole(start, where, start.Style == MappingStyle.Flow)), height + 1);
    }

    /// <summary>The tag's last word; empty where there is none. Any but the core schema's of this sort of node is refused.</summary>
    private string Tag(NodeEvent node, params ReadOnlySpan<string> known)
    {
        if (node.Tag.IsEmpty)
        {
            return "";
        }

        const string Core = "tag:yaml.org,2002:";
        var tag = node.Tag.Value;
        if (tag.StartsWith(Core, StringComparison.Ordinal) && known.Contains(tag[Core.Length..]))
        {
            return tag[Core.Length..];
        }

        var written = tag.StartsWith(Core, StringComparison.Ordinal) ? $"!!{tag[Core.Length..]}" : tag;
        var here = Here(node);
        _findings.Add(LoadDiagnostics.TagRefused(node.Anchor.IsEmpty ? here with { Length = Math.Max(Math.Min(written.Length, here.Length), 1) } : here, written));
        return "";
    }

    private void Pull()
    {
        if (!_parser.MoveNext())
        {
            throw new YamlException("The text ends before its structure does.");
        }
    }

    private SourceSpan Here() => _parser.Current is { } current ? Here(current) : new SourceSpan(_file, 1, 1);

    private SourceSpan Here(ParsingEvent at) => at is Scalar or AnchorAlias ? Where(_file, at.Start, at.End) : Where(_file, at.Start, at.Start);

    /// <summary>What is written in brackets, at whose last event the parser stands, from one bracket to the other.</summary>
    private SourceSpan Whole(ParsingEvent start, SourceSpan where, bool isInBrackets) =>

        // The mark of a bracket that closes stands before it.
        isInBrackets && Current.Start.Line == start.Start.Line && Current.Start.Column > start.Start.Column
            ? where with { Length = (int)(Current.Start.Column - start.Start.Column) + 1 }
            : where;

    private static SourceSpan Where(string file, Mark start, Mark end)
    {
        var isOneLine = start.Line == end.Line && end.Column > start.Column;
        return new SourceSpan(file, Math.Max((int)start.Line, 1), Math.Max((int)start.Column, 1), isOneLine ? (int)(end.Column - start.Column) : 1);
    }
}
