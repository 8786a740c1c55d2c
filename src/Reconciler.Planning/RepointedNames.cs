using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>
/// Says on the lines of a change that a name in them stands for another object than the one that was approved: whoever gave that name away
/// would otherwise give the access away with it.
/// </summary>
internal sealed class RepointedNames(EquatableArray<Repointed> repointed)
{
    private readonly ILookup<Reference, Repointed> _byName = repointed.ToLookup(name => name.Now);
    private readonly HashSet<Repointed> _said = [];

    /// <summary>Those that no line has said.</summary>
    public IEnumerable<Repointed> Unsaid => repointed.Where(name => !_said.Contains(name));

    public EquatableArray<FieldChange> On(BoundEntity entity, EquatableArray<FieldChange> fields)
    {
        if (repointed.IsEmpty || fields.IsEmpty)
        {
            return fields;
        }

        var named = References.In(entity.Declaration.Entity)
            .SelectMany(found => _byName[found.Reference].Select(name => (found.Path, Name: name)))
            .ToList();
        return named.Count == 0 ? fields : fields.Select(field => field.Kind == FieldChangeKind.Removed ? field : With(field, named)).ToEquatableArray();
    }

    private FieldChange With(FieldChange field, IEnumerable<(string Path, Repointed Name)> named)
    {
        var here = named.Where(found => found.Path.StartsWith(field.Path, StringComparison.Ordinal)).Select(found => found.Name).ToList();
        if (here.Count == 0)
        {
            return field;
        }

        _said.UnionWith(here);
        var note = string.Join("; ", here.Select(name => $"the {name.Now.Kind.Noun()} \"{name.Before.Name}\" is no longer the one approved: it was {name.Before.Id} and is {name.Now.Id}"));
        return field with { Effect = Effect.Widens, Note = note, Sentence = $"{field.Sentence} But {note}." };
    }
}
