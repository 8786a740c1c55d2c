using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Expanding;

/// <summary>How much more variables and parameters may bring into one file: a small file could ask for more than fits into memory.</summary>
internal sealed class ExpansionBudget
{
    private int _compared;
    private int _values;
    private long _characters;

    /// <summary>Whether it was exceeded and nobody has said so yet.</summary>
    public bool IsFirstRefusal { get; private set; }

    /// <summary>Those of the known names that a wrong one may still be held against: all, or none once the wrong ones of the file have cost enough time.</summary>
    public IReadOnlyCollection<string> ToCompare(IReadOnlyCollection<string> known) => (_compared += known.Count) <= YamlLimits.ComparedNames ? known : [];

    private bool IsSpent => _values > YamlLimits.ExpandedValues || _characters > YamlLimits.Bytes;

    /// <summary>Takes what a reference brings; false where that is too much. From then on nothing is granted.</summary>
    public bool Take(int values, int characters)
    {
        var wasSpent = IsSpent;
        if (!wasSpent)
        {
            _values += values;
            _characters += characters;
        }

        IsFirstRefusal = IsSpent && !wasSpent;
        return !IsSpent;
    }
}
