using Reconciler.Entitlements;

namespace Reconciler.Applying;

/// <summary>What became of a plan: one outcome a change, in the order in which they were known.</summary>
/// <param name="WasStopped">Somebody asked the run to stop before it was done.</param>
public sealed record ApplyReport(EquatableArray<ChangeOutcome> Outcomes, bool WasStopped)
{
    public bool Succeeded => Outcomes.All(o => o is ChangeOutcome.Applied);

    public int Count<TOutcome>()
        where TOutcome : ChangeOutcome => Outcomes.OfType<TOutcome>().Count();
}
