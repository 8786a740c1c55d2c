namespace Reconciler.Entitlements;

/// <summary>Who decides where the approvers of a stage do not (contract 7.4).</summary>
public abstract record Escalation
{
    private Escalation() { }

    public sealed record None : Escalation;

    /// <summary>Others are asked too, after a while.</summary>
    /// <param name="Length">How long the approvers have before others are asked too: at least a day.</param>
    public sealed record After(Duration Length) : Escalation
    {
        public required EquatableArray<Subject> To { get; init; }

        public EquatableArray<Subject> Fallback { get; init; } = [];
    }
}
