using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>
/// Makes the writes of a plan in an order in which they can be made, and gives every change an outcome. A failure skips what depends on it and nothing
/// else; removals begin only when everything that gives access has succeeded. The door of the apply stage.
/// </summary>
public sealed class ApplyEngine(ITenant tenant, IRunStore store, ApplyOptions? options = null)
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

        using var ledger = new BindingLedger(store, plan, bindings);
        await ledger.RecordAsync(abort);

        var applied = options ?? new ApplyOptions();
        var run = new StepRun(plan, tenant, ledger, applied.Allowed.Contains(ApplyOptions.LoseVerifiedId));
        var lasts = plan.Steps.Select((step, index) => (step.Change, index)).GroupBy(one => one.Change).ToDictionary(same => same.Key, same => same.Max(one => one.index));
        var unfinished = plan.Steps.GroupBy(step => step.Change).ToDictionary(same => same.Key, same => same.Count());
        var outcomes = new ChangeOutcome?[plan.Steps.Count];
        var lanes = new Lanes(plan.Steps, applied.AtOnce);

        // Everything is given before anything is taken away.
        foreach (var takesAway in new[] { false, true })
        {
            await lanes.RunAsync(Enumerable.Range(0, plan.Steps.Count).Where(index => plan.Steps[index].TakesAway == takesAway), DoAsync);
        }

        var known = outcomes.OfType<ChangeOutcome>().ToEquatableArray();
        if (known.All(outcome => outcome is ChangeOutcome.Applied))
        {
            await ledger.RecordPinsAsync(abort);
        }

        return new ApplyReport(known, stop.IsCancellationRequested && known.Any(o => o is ChangeOutcome.NotAttempted)) { Sent = run.Sent };

        async Task DoAsync(int index)
        {
            await run.DoAsync(index, stop, abort);
            var change = plan.Steps[index].Change;
            lock (unfinished)
            {
                // A change whose last step this was has its outcome now.
                if (--unfinished[change] == 0)
                {
                    var outcome = outcomes[lasts[change]] = run.OutcomeOf(change);
                    progress?.Report(outcome);
                }
            }
        }
    }
}
