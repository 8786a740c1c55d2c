using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>The entries of a mapping by key, once every key has been looked at: a key that can't stand there is told here.</summary>
internal sealed class Keys
{
    private const int MostKnown = 16;

    // At most as many as there are known keys: too few to be worth a dictionary.
    private readonly List<YamlEntry> _known;

    private HashSet<string>? _meant;

    private Keys(YamlNode.Mapping mapping) => (Mapping, _known) = (mapping, new List<YamlEntry>(Math.Min(mapping.Entries.Length, MostKnown)));

    public YamlNode.Mapping Mapping { get; }

    /// <summary>Whether a key was refused: what is read from the rest is not what was meant.</summary>
    public bool AnyRefused { get; private set; }

    /// <summary>Looks at every key of a mapping.</summary>
    /// <param name="home">Where a key that can't stand here belongs, as advice; null where nobody can tell.</param>
    public static Keys Of(
        YamlNode.Mapping mapping, ImmutableArray<string> known, ImmutableArray<string> later, Findings findings, Func<string, string?>? home = null)
    {
        var keys = new Keys(mapping);
        foreach (var entry in mapping.Entries)
        {
            if (known.Contains(entry.Key.Text))
            {
                keys._known.Add(entry);
                continue;
            }

            keys.AnyRefused = true;

            // A file can hold tens of thousands of unknown keys; nobody sees a suggestion behind the last finding that is told.
            var meant = keys._meant ??= new HashSet<string>(StringComparer.Ordinal);
            var isSeen = meant.Count <= Findings.MostPerFile;
            var belongs = isSeen ? home?.Invoke(entry.Key.Text) : null;
            var nearest = isSeen && belongs is null ? OtherNames.Of(entry.Key.Text, known) ?? Nearest.To(entry.Key.Text, known) : null;
            meant.Add(nearest ?? entry.Key.Text);
            findings.Add(later.Contains(entry.Key.Text)
                ? LoadDiagnostics.NotSupportedYet(entry.Key.Where, $"key {Quote.Of(entry.Key.Text)}")
                : LoadDiagnostics.UnknownKey(entry.Key.Where, entry.Key.Text, nearest, known, belongs));
        }

        return keys;
    }

    public YamlEntry? Find(string key)
    {
        foreach (var entry in _known)
        {
            if (entry.Key.Text == key)
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>What is written for a field: its value, or, where its keys stand among the others, a mapping of them; null where nothing is.</summary>
    public YamlNode? ValueOf(Field field)
    {
        if (!field.IsInline)
        {
            return Find(field.Key)?.Value;
        }

        var keys = ShapeKeys.Of(field);
        var entries = Mapping.Entries.Where(entry => keys.Contains(entry.Key.Text)).ToImmutableArray();
        return entries.IsEmpty ? null : new YamlNode.Mapping(Mapping.Where, entries);
    }

    /// <summary>Whether a refused key may have been meant as the field's, so that to call that one missing would tell the same twice.</summary>
    public bool MayHaveMeant(Field field) => (_meant is not null && ShapeKeys.Of(field).Any(_meant.Contains)) || (field.IsInline && AnyRefused);
}
