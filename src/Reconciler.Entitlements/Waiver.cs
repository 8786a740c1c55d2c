namespace Reconciler.Entitlements;

/// <summary>A reasoned exception from a rule for one entity, for a time.</summary>
public sealed record Waiver
{
    /// <summary>The longest it can be granted for.</summary>
    public const int MostDays = 180;

    /// <summary>The rule's slug.</summary>
    public required string Rule { get; init; }

    public required EntityKey Target { get; init; }

    public required string Reason { get; init; }

    /// <summary>The user principal name of who approved it.</summary>
    public required string ApprovedBy { get; init; }

    public required DateOnly Granted { get; init; }

    /// <summary>The last day of it.</summary>
    public required DateOnly Expires { get; init; }

    public required SourceSpan Where { get; init; }
}
