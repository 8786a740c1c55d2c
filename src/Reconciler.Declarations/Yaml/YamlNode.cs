using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>A value as it was written: aliases and merge keys are resolved, positions kept. A closed family.</summary>
internal abstract record YamlNode(SourceSpan Where)
{
    /// <summary>One value. Quoted ones are text whatever they say; of the others null, true and numbers are told by their text.</summary>
    internal sealed record Scalar(SourceSpan Where, string Text, bool IsQuoted) : YamlNode(Where);

    internal sealed record Sequence(SourceSpan Where, ImmutableArray<YamlNode> Items) : YamlNode(Where);

    internal sealed record Mapping(SourceSpan Where, ImmutableArray<YamlEntry> Entries) : YamlNode(Where)
    {
        public YamlNode? Find(string key)
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Whether nothing stands there: an empty value, <c>null</c> or <c>~</c>.</summary>
    public bool IsNothing => this is Scalar { IsQuoted: false, Text: "" or "~" or "null" or "Null" or "NULL" };
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlNode.Scalar Key, YamlNode Value);
