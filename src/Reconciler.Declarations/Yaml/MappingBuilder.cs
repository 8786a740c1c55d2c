using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>Collects the entries of one mapping: a key stands once, and what a merge key brings yields to what is written.</summary>
/// <param name="isDocument">Whether it is a whole document, so that a second <c>kind</c> begins another declaration.</param>
internal sealed class MappingBuilder(Findings findings, bool isDocument)
{
    private const string MergeKey = "<<";

    private const string Kind = "kind";

    private readonly List<YamlEntry> _written = [];
    private readonly List<YamlEntry> _merged = [];
    private readonly Dictionary<string, SourceSpan> _places = new(StringComparer.Ordinal);

    /// <summary>Whether another declaration has begun: its keys are not this one's.</summary>
    private bool _isOver;

    public void Add(YamlNode.Scalar key, YamlNode value)
    {
        if (_isOver)
        {
            return;
        }

        if (_places.TryGetValue(key.Text, out var first) && isDocument && key.Text == Kind)
        {
            // With nothing between the two, what follows is the first one's all the same.
            findings.Add(LoadDiagnostics.SecondKind(key.Where, first));
            _isOver = _places.Count > 1;
        }
        else if (!_places.TryAdd(key.Text, key.Where))
        {
            findings.Add(LoadDiagnostics.DuplicateKey(key.Where, key.Text, _places[key.Text]));
        }
        else if (key is { Text: MergeKey, IsQuoted: false })
        {
            Merge(value);
        }
        else
        {
            _written.Add(new YamlEntry(key, value));
        }
    }

    public YamlNode.Mapping Build(SourceSpan start)
    {
        var entries = _written.Concat(_merged).DistinctBy(entry => entry.Key.Text).ToImmutableArray();

        // A block mapping begins where its first key does: the whole key is the better thing to point at.
        var first = _written.Count > 0 ? _written[0].Key.Where : null;
        var where = first is not null && (first.Line, first.Column) == (start.Line, start.Column) ? first : start;
        return new YamlNode.Mapping(where, entries);
    }

    private void Merge(YamlNode value)
    {
        switch (value)
        {
            case YamlNode.Mapping mapping:
                _merged.AddRange(mapping.Entries);
                break;
            case YamlNode.Sequence sequence when sequence.Items.All(item => item is YamlNode.Mapping):
                _merged.AddRange(sequence.Items.OfType<YamlNode.Mapping>().SelectMany(mapping => mapping.Entries));
                break;
            default:
                findings.Add(LoadDiagnostics.MergeNeedsMapping(value.Where));
                break;
        }
    }
}
