using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>What became of a planned change.</summary>
public abstract record ChangeOutcome(PlannedChange Change)
{
    public sealed record Applied(PlannedChange Change) : ChangeOutcome(Change)
    {
        /// <summary>What people should know about it, a sentence each.</summary>
        public EquatableArray<string> Notes { get; init; } = [];
    }

    /// <summary>The service refused a write of it, or the run store could not keep what was written.</summary>
    /// <param name="Done">Writes of it that were made all the same.</param>
    public sealed record Failed(PlannedChange Change, TenantException Why, int Done) : ChangeOutcome(Change);

    /// <summary>Not begun, or not finished, because something else failed.</summary>
    public sealed record Skipped(PlannedChange Change, string Because) : ChangeOutcome(Change);

    /// <summary>Not begun because the run was asked to stop.</summary>
    public sealed record NotAttempted(PlannedChange Change) : ChangeOutcome(Change);
}
