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

    /// <summary>From how many keys on it pays to look them up.</summary>
    private const int Many = 12;

    private readonly ImmutableArray<YamlEntry>.Builder _written = ImmutableArray.CreateBuilder<YamlEntry>();
    private YamlNode.Scalar? _mergeKey;
    private List<YamlEntry>? _merged;
    private Dictionary<string, SourceSpan>? _places;

    /// <summary>Whether another declaration has begun: its keys are not this one's.</summary>
    private bool _isOver;

    public void Add(YamlNode.Scalar key, YamlNode value)
    {
        if (_isOver)
        {
            return;
        }

        var first = PlaceOf(key.Text);
        if (first is not null && isDocument && key.Text == Kind)
        {
            // With nothing between the two, what follows is the first one's all the same.
            findings.Add(LoadDiagnostics.SecondKind(key.Where, first));
            _isOver = _written.Count > 1 || _mergeKey is not null;
            return;
        }

        if (first is not null)
        {
            findings.Add(LoadDiagnostics.DuplicateKey(key.Where, key.Text, first));
            return;
        }

        _places?.Add(key.Text, key.Where);
        if (key is { Text: MergeKey, IsQuoted: false })
        {
            _mergeKey = key;
            Merge(value);
        }
        else
        {
            _written.Add(new YamlEntry(key, value));
        }
    }

    public YamlNode.Mapping Build(SourceSpan start)
    {
        // A block mapping begins where its first key does: the whole key is the better thing to point at.
        var first = _written.Count > 0 ? _written[0].Key.Where : null;
        var where = first is not null && (first.Line, first.Column) == (start.Line, start.Column) ? first : start;
        return new YamlNode.Mapping(
            where,
            _merged is null ? _written.DrainToImmutable() : [.. _written.Concat(_merged).DistinctBy(entry => entry.Key.Text)]);
    }

    /// <summary>Where a key stands already; null where it does not.</summary>
    private SourceSpan? PlaceOf(string key)
    {
        if (_written.Count > Many)
        {
            _places ??= PlacesOfAll();
            return _places.GetValueOrDefault(key);
        }

        foreach (var entry in _written)
        {
            if (entry.Key.Text == key)
            {
                return entry.Key.Where;
            }
        }

        return _mergeKey?.Text == key ? _mergeKey.Where : null;
    }

    private Dictionary<string, SourceSpan> PlacesOfAll()
    {
        var places = _written.ToDictionary(entry => entry.Key.Text, entry => entry.Key.Where, StringComparer.Ordinal);
        if (_mergeKey is not null)
        {
            places[MergeKey] = _mergeKey.Where;
        }

        return places;
    }

    private void Merge(YamlNode value)
    {
        _merged ??= [];
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
