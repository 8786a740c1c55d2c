using System.Collections.Concurrent;
using System.Diagnostics;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>The steps of one run and what became of each. Several can be under way at once, each after those that it depends on.</summary>
/// <param name="mayLoseVerifiedId">Whether somebody has allowed a policy's change to drop what v1.0 does not show.</param>
internal sealed class StepRun(Plan plan, ITenant tenant, BindingLedger ledger, bool mayLoseVerifiedId)
{
    private readonly StepResult?[] _results = new StepResult?[plan.Steps.Count];
    private readonly SentWrite?[] _sent = new SentWrite?[plan.Steps.Count];
    private readonly ConcurrentDictionary<EntityKey, string> _created = [];
    private volatile bool _forgets;
    private volatile bool _hasEnded;

    /// <summary>The writes that were sent, in the plan's order.</summary>
    public IReadOnlyList<SentWrite> Sent => [.. _sent.OfType<SentWrite>()];

    public async Task DoAsync(int index, CancellationToken stop, CancellationToken abort)
    {
        var step = plan.Steps[index];
        if (Obstacle(step) is { } because)
        {
            _results[index] = new StepResult(StepState.Skipped, because, null);
            return;
        }

        if (stop.IsCancellationRequested)
        {
            _results[index] = new StepResult(StepState.NotAttempted, null, null);
            return;
        }

        try
        {
            var write = WithIds(step.Write);
            _sent[index] = new SentWrite(write, Id: null, IsMade: false);
            var written = await tenant.WriteAsync(write, abort);
            _sent[index] = new SentWrite(write, written.Id, IsMade: true);
            if (write is TenantWrite.Create create && written.Id is { } id)
            {
                _created[create.Declared.Key] = id;
            }

            _results[index] = await RememberedAsync(write, written, abort);
        }
        catch (TenantException refusal)
        {
            _hasEnded |= refusal.EndsTheRun;
            _results[index] = new StepResult(StepState.Failed, null, refusal);
        }
    }

    /// <summary>A write that was made and could not be remembered is the last: what came after would be forgotten too.</summary>
    private async Task<StepResult> RememberedAsync(TenantWrite write, Written written, CancellationToken abort)
    {
        try
        {
            await ledger.RecordAsync(write, written.Id, abort);
            return new StepResult(StepState.Done, null, null) { Note = written.Note };
        }
        catch (TenantException trouble)
        {
            _forgets = true;
            return new StepResult(StepState.Failed, null, trouble, WasMade: true);
        }
    }

    /// <summary>What became of a change, by its position in the plan, once its last step is done.</summary>
    public ChangeOutcome OutcomeOf(int position)
    {
        var change = plan.Changes[position];
        var results = plan.Steps.Zip(_results).Where(pair => pair.First.Change == position).Select(pair => pair.Second).OfType<StepResult>().ToList();
        if (results.FirstOrDefault(r => r.State == StepState.Failed) is { Failure: { } why })
        {
            return new ChangeOutcome.Failed(change, why, results.Count(r => r.State == StepState.Done || r.WasMade));
        }

        if (results.FirstOrDefault(r => r.State == StepState.Skipped) is { Because: { } because })
        {
            return new ChangeOutcome.Skipped(change, because);
        }

        return results.Any(r => r.State == StepState.NotAttempted) ? new ChangeOutcome.NotAttempted(change)
            : new ChangeOutcome.Applied(change) { Notes = results.Select(r => r.Note).OfType<string>().Distinct().ToEquatableArray() };
    }

    private string? Obstacle(Step step)
    {
        foreach (var cause in step.DependsOn)
        {
            if (_results[cause] is { State: StepState.Failed or StepState.Skipped })
            {
                return $"\"{plan.Changes[plan.Steps[cause].Change].Key}\" failed or was skipped, and this needs it";
            }
        }

        if (_forgets)
        {
            return "what is done can't be remembered any more, so that nothing more is begun";
        }

        if (_hasEnded)
        {
            return "the run has given up, so that nothing more is begun";
        }

        if (!step.TakesAway)
        {
            return null;
        }

        // What was not attempted because of a request to stop is no failure: then this is not attempted either.
        var failed = plan.Steps.Zip(_results).FirstOrDefault(pair => !pair.First.TakesAway && pair.Second is { State: StepState.Failed or StepState.Skipped }).First;
        return failed is null ? null : $"nothing is taken away before everything is given, and \"{plan.Changes[failed.Change].Key}\" was not";
    }

    private TenantWrite WithIds(TenantWrite write) => write switch
    {
        TenantWrite.Create create => create with { Declared = WithIds(create.Declared), Parent = create.Parent is { } parent ? WithId(parent) : null },
        TenantWrite.Update update => update with { Target = WithId(update.Target), Changes = WithIds(update.Changes), MayLoseVerifiedId = mayLoseVerifiedId },
        TenantWrite.Delete delete => delete with { Target = WithId(delete.Target) },
        TenantWrite.AddItem add => add with { Target = WithId(add.Target), Item = add.Item.Naming(WithId(add.Item.Names)) },
        TenantWrite.ChangeItem change => change with { Target = WithId(change.Target) },
        TenantWrite.RemoveItem remove => remove with { Target = WithId(remove.Target) },
        _ => throw new UnreachableException($"No way to name what {write} needs."),
    };

    private Handle WithId(Handle handle) => handle with
    {
        Id = handle.Id ?? _created.GetValueOrDefault(handle.Key),
        Parent = handle.Parent is { } parent ? WithId(parent) : null,
    };

    private Entity WithIds(Entity entity) => References.Rewrite(entity, reference => WithId(reference));

    private Reference WithId(Reference reference) =>
        reference is { Id: null, Entity: { } entity } && _created.TryGetValue(entity, out var id) ? reference with { Id = id } : reference;

    private enum StepState
    {
        Done,
        Failed,
        Skipped,
        NotAttempted,
    }

    private sealed record StepResult(StepState State, string? Because, TenantException? Failure, bool WasMade = false)
    {
        public string? Note { get; init; }
    }
}
