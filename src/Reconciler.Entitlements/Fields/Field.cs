namespace Reconciler.Entitlements.Fields;

/// <summary>
/// One key of the language: the only place where it is described. The reader, the comparer, the plan's words, the JSON Schema and the
/// reference are made from it.
/// </summary>
public sealed class Field
{
    public required string Key { get; init; }

    public required Shape Shape { get; init; }

    /// <summary>One sentence for people, as the reference prints it.</summary>
    public required string Doc { get; init; }

    /// <summary>The member of Graph v1.0 that holds it, as a path; null for what is never sent.</summary>
    public string? Graph { get; init; }

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

    /// <summary>What a change from one value to another does to access. Null stands for an absent value.</summary>
    public Func<object?, object?, Effect> Judge { get; init; } = (_, _) => Effect.Neutral;

    public override string ToString() => Key;
}
