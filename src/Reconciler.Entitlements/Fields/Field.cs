using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>
/// One key of the language: the only place where it is described. The reader, the comparer, the plan's words, the JSON Schema and the
/// reference are made from it.
/// </summary>
public sealed class Field
{
    private bool? _hasReferences;

    public required string Key { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>One sentence for people, as the reference prints it.</summary>
    public required string Doc { get; init; }

    /// <summary>
    /// What it is called in a sentence for people who know neither YAML nor Graph: of a truth value what holds while it is true, of others a noun.
    /// </summary>
    public required string Says { get; init; }

    /// <summary>What the Microsoft Entra admin center calls it; empty for what it does not show.</summary>
    public string Portal { get; init; } = "";

    /// <summary>The members of Graph v1.0 that hold it, each as <c>type.member</c>; empty for what is never sent.</summary>
    public ImmutableArray<string> Graph { get; init; } = [];

    /// <summary>The item of a value list as it is written by itself; null for what is written with its entity.</summary>
    public Func<object, ListItem>? Item { get; init; }

    /// <summary>Whether it can't be changed once the entity is there.</summary>
    public bool IsFixed { get; init; }

    /// <summary>The member of the owner's type, so that a test can see that none was forgotten.</summary>
    public required string Member { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The value of a key left out: inside a group always, of an entity's own key when it is created. Null where there is none.</summary>
    public object? Default { get; init; }

    /// <summary>Where the default depends on the keys before it: the default in an owner made of those.</summary>
    public Func<object, object?>? DefaultIn { get; init; }

    /// <summary>Whether the keys of its shape stand among the owner's: <c>{ group: Finance, role: member }</c>.</summary>
    public bool IsInline { get; init; }

    public Touches Touches { get; init; }

    /// <summary>The value in an owner; null when it is not written.</summary>
    public required Func<object, object?> Get { get; init; }

    /// <summary>A copy of the owner with the value.</summary>
    public required Func<object, object, object> With { get; init; }

    /// <summary>A copy of the owner in which it is not written; null for what always has a value.</summary>
    public Func<object, object>? Without { get; init; }

    /// <summary>What a change from one value to another does to access. Null stands for an absent value.</summary>
    public Func<object?, object?, Effect> Judge { get; init; } = (_, _) => Effect.Neutral;

    /// <summary>Whether a value of it can name something.</summary>
    public bool HasReferences => _hasReferences ??= CanName(Shape);

    public override string ToString() => Key;

    private static bool CanName(Shape shape) => shape switch
    {
        Shape.Named or Shape.Called => true,
        Shape.ListOf list => CanName(list.Item),
        Shape.MapOf map => CanName(map.Item),
        Shape.Group group => group.Fields.Any(inner => inner.HasReferences),
        Shape.Union union => union.Forms.Any(form => CanName(form.Shape)),
        _ => false,
    };
}
