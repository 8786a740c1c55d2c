namespace Reconciler.Entitlements;

/// <summary>Whether and by whom a request is approved (contract 7.4).</summary>
public abstract record Approval
{
    private Approval() { }

    /// <summary>No approval: a request is granted as it comes.</summary>
    public sealed record None : Approval;

    /// <summary>One to three stages, each decided by one of its approvers.</summary>
    public sealed record Required : Approval
    {
        public bool RequestorJustification { get; init; } = true;

        /// <summary>Whether extending an assignment is approved too.</summary>
        public bool ForExtension { get; init; }

        public required EquatableArray<ApprovalStage> Stages { get; init; }
    }

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : Approval, IUnmodelled;
}
