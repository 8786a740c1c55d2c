using System.Text;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Expanding;

/// <summary>
/// Puts values in the place of references. What can't be is a finding, and a text of its own in the value's place, which
/// <see cref="Provenance.Trace"/> keeps quiet about.
/// </summary>
/// <param name="parameters">Those of the template whose text it is; null outside of templates.</param>
internal sealed class Expander(Variables variables, Parameters? parameters, ExpansionBudget budget, Provenance provenance, Findings findings)
{
    private int _failures;

    /// <summary>The node with nothing left to replace in it; most have nothing, and are not copied.</summary>
    public YamlNode Expand(YamlNode node) => AnyIn(node) ? Replace(node) : node;

    /// <summary>Whether anything in a node is a reference.</summary>
    public static bool AnyIn(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => TextParts.AreIn(scalar.Text),
        YamlNode.Sequence sequence => sequence.Items.Any(AnyIn),
        YamlNode.Mapping mapping => mapping.Entries.Any(entry => AnyIn(entry.Value)),
        _ => false,
    };

    /// <summary>The same of the node itself, not of what is in it.</summary>
    public YamlNode ExpandOne(YamlNode node)
    {
        if (node is not YamlNode.Scalar scalar || !TextParts.AreIn(scalar.Text))
        {
            return node;
        }

        var parts = TextParts.Of(scalar.Text);
        return parts switch
        {
            [TextPart.Reference whole] => Whole(scalar, whole),
            [TextPart.Words words] => scalar with { Text = words.Text },
            _ => Text(scalar, parts),
        };
    }

    private YamlNode Replace(YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => sequence with { Items = [.. sequence.Items.Select(Replace)] },
        YamlNode.Mapping mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = Replace(entry.Value) })] },
        _ => ExpandOne(node),
    };

    private YamlNode Whole(YamlNode.Scalar scalar, TextPart.Reference reference)
    {
        if (Find(scalar, reference) is not { } found || !Take(scalar.Where, found.Count))
        {
            return Unknown(scalar);
        }

        provenance.Used(found, scalar.Where);

        // The value of a variable stands where it is used, as that of an alias does; that of a parameter where the policy gives it.
        return reference.To == ReferenceTo.Variable ? found.Value with { Where = scalar.Where } : found.Value;
    }

    private YamlNode.Scalar Text(YamlNode.Scalar scalar, IReadOnlyCollection<TextPart> parts)
    {
        var text = new StringBuilder();
        var isWhole = true;
        foreach (var part in parts)
        {
            if (WordsOf(scalar, part) is not { } words)
            {
                isWhole = false;
            }
            else if (part is TextPart.Words || Take(scalar.Where, 1, words.Length))
            {
                text.Append(words);
            }
            else
            {
                return Unknown(scalar);
            }
        }

        // What was put together is text, whatever it looks like.
        return isWhole ? new YamlNode.Scalar(scalar.Where, text.ToString(), IsQuoted: true) : Unknown(scalar);
    }

    private string? WordsOf(YamlNode.Scalar scalar, TextPart part)
    {
        switch (part)
        {
            case TextPart.Words words:
                return words.Text;
            case TextPart.Reference reference when Find(scalar, reference) is { } found:
                provenance.Used(found, scalar.Where);
                if (found.Value is YamlNode.Scalar value)
                {
                    return value.Text;
                }

                findings.Add(LoadDiagnostics.NotWithinText(PlaceIn(scalar, part), $"{part}", found.Value));
                return null;
            case TextPart.Stranger stranger:
                findings.Add(LoadDiagnostics.UnknownReference(PlaceIn(scalar, part), stranger.Text, isInTemplate: parameters is not null));
                return null;
            default:
                return null;
        }
    }

    private Substitute? Find(YamlNode.Scalar scalar, TextPart.Reference reference)
    {
        if (reference.To == ReferenceTo.Variable)
        {
            if (!variables.ByName.TryGetValue(reference.Name, out var variable))
            {
                findings.Add(LoadDiagnostics.UndefinedVariable(PlaceIn(scalar, reference), reference.Name, variables.Tenant, budget.ToCompare(variables.ByName.Keys)));
            }

            return variable;
        }

        if (parameters is null)
        {
            findings.Add(LoadDiagnostics.ParameterOutside(PlaceIn(scalar, reference), $"{reference}"));
            return null;
        }

        if (!parameters.Values.TryGetValue(reference.Name, out var value))
        {
            findings.Add(LoadDiagnostics.UndefinedParameter(PlaceIn(scalar, reference), reference.Name, parameters.Template, budget.ToCompare(parameters.Values.Keys)));
        }

        return value;
    }

    /// <summary>Whether so much may still be brought into the file; a finding where not.</summary>
    public bool Take(SourceSpan where, int values, int characters = 0)
    {
        if (budget.Take(values, characters))
        {
            return true;
        }

        if (budget.IsFirstRefusal)
        {
            findings.Add(LoadDiagnostics.TooMuchExpanded(where));
        }

        return false;
    }

    /// <summary>Whether a text stands for a value that nobody knows, which has been said already.</summary>
    public static bool IsUnknown(string text) => text is ['$', '(', .. var number, ')'] && number.All(char.IsAsciiDigit);

    /// <summary>A text that is like no other, so that two values nobody knows are not taken for the same.</summary>
    private YamlNode.Scalar Unknown(YamlNode.Scalar scalar)
    {
        provenance.Fail(scalar.Where);
        return scalar with { Text = $"$({_failures++})", IsQuoted = true };
    }

    /// <summary>The place of a part, where the text stands on one line as it is meant; of the whole otherwise.</summary>
    private static SourceSpan PlaceIn(YamlNode.Scalar scalar, TextPart part)
    {
        var quote = scalar.IsQuoted ? 1 : 0;
        return scalar.Where.Length == scalar.Text.Length + (2 * quote)
            ? scalar.Where with { Column = scalar.Where.Column + quote + part.Offset, Length = $"{part}".Length }
            : scalar.Where;
    }
}
