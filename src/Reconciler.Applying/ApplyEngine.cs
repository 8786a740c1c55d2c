using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>
/// Makes the writes of a plan, one after the other, and gives every change an outcome. A failure skips what depends on it and nothing
/// else; removals begin only when everything that gives access has succeeded. The door of the apply stage.
/// </summary>
public sealed class ApplyEngine(ITenant tenant, IRunStore store)
{
    /// <summary>Applies a plan that was checked before.</summary>
    /// <param name="bindings">The bindings that the plan was made with.</param>
    /// <param name="progress">Told of each change as its outcome is known.</param>
    /// <param name="stop">Asked to stop, it begins nothing more and finishes what it has begun.</param>
    /// <param name="abort">Gives up even what is under way.</param>
    public async Task<ApplyReport> ApplyAsync(
        Plan plan, Bindings bindings, IProgress<ChangeOutcome>? progress, CancellationToken stop, CancellationToken abort)
    {
        if (!plan.CanApply)
        {
            throw new InvalidOperationException("A plan with errors or gaps is never applied.");
        }

        var ledger = new BindingLedger(store, plan, bindings);
        await ledger.RecordAsync(abort);

        var run = new StepRun(plan, tenant, ledger);
        List<ChangeOutcome> outcomes = [];
        for (var i = 0; i < plan.Steps.Count; i++)
        {
            await run.DoAsync(i, stop, abort);

            // A change whose last step this was has its outcome now.
            var change = plan.Steps[i].Change;
            if (!plan.Steps.Skip(i + 1).Any(step => step.Change == change))
            {
                outcomes.Add(run.OutcomeOf(change));
                progress?.Report(outcomes[^1]);
            }
        }

        if (outcomes.TrueForAll(outcome => outcome is ChangeOutcome.Applied))
        {
            await ledger.RecordPinsAsync(abort);
        }

        return new ApplyReport(
            outcomes.ToEquatableArray(),
            stop.IsCancellationRequested && outcomes.Any(o => o is ChangeOutcome.NotAttempted));
    }
}
