namespace Reconciler.Entitlements;

/// <summary>A question that requestors answer (contract 7.5).</summary>
public sealed record Question
{
    public required string Text { get; init; }

    public bool Required { get; init; }

    /// <summary>Whether the answer may be changed later.</summary>
    public bool Editable { get; init; } = true;

    public required Answer Answer { get; init; }

    /// <summary>The question in other languages.</summary>
    public EquatableArray<Localization> Localizations { get; init; } = [];

    public override string ToString() => Text;
}
