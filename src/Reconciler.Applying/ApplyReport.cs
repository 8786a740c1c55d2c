using Reconciler.Entitlements;

namespace Reconciler.Applying;

/// <summary>What became of a plan: one outcome a change, in the order of their last writes in the plan.</summary>
/// <param name="WasStopped">Somebody asked the run to stop before it was done.</param>
public sealed record ApplyReport(EquatableArray<ChangeOutcome> Outcomes, bool WasStopped)
{
    /// <summary>The writes that were sent, in the plan's order: all that a tenant has to be asked about to see what it is now.</summary>
    public IReadOnlyList<SentWrite> Sent { get; init; } = [];

    public bool Succeeded => Outcomes.All(o => o is ChangeOutcome.Applied);

    public int Count<TOutcome>()
        where TOutcome : ChangeOutcome => Outcomes.OfType<TOutcome>().Count();
}
