namespace Reconciler.Entitlements;

/// <summary>A question in another language.</summary>
public sealed record Localization
{
    /// <summary>Such as <c>nb-no</c>.</summary>
    public required string Language { get; init; }

    public required string Text { get; init; }

    /// <summary>The choices, in the order of the question's; empty text for one that is not translated. Empty where the question has none.</summary>
    public EquatableArray<string> Choices { get; init; } = [];

    // A language tag has no case.
    public bool Equals(Localization? other) => other is not null
        && string.Equals(Language, other.Language, StringComparison.OrdinalIgnoreCase) && Text == other.Text && Choices.Equals(other.Choices);

    public override int GetHashCode() => HashCode.Combine(Language.ToUpperInvariant(), Text);
}
