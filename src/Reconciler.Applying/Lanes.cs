using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>
/// Does steps in the plan's order within a catalog, catalogs side by side, and policies one at a time across the tenant, which the service
/// asks for (contract 1.6, 7.6). A step waits for what it depends on, wherever that is done.
/// </summary>
internal sealed class Lanes(EquatableArray<Step> steps, int atOnce)
{
    private readonly Dictionary<int, TaskCompletionSource> _done = Enumerable.Range(0, steps.Count)
        .ToDictionary(index => index, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private volatile bool _isBroken;

    /// <summary>Does those of the steps that are in the range. What one throws ends the run: it is foreseen by nobody.</summary>
    public async Task RunAsync(IEnumerable<int> indexes, Func<int, Task> doAsync)
    {
        if (atOnce <= 1)
        {
            foreach (var index in indexes)
            {
                await doAsync(index);
            }

            return;
        }

        using var slots = new SemaphoreSlim(atOnce);
        using var policies = new SemaphoreSlim(1);
        var lanes = indexes.GroupBy(index => LaneOf(steps[index].Write), NameComparer.Instance).Select(lane => LaneAsync([.. lane], slots, policies, doAsync));
        await Task.WhenAll(lanes);
    }

    private async Task LaneAsync(List<int> lane, SemaphoreSlim slots, SemaphoreSlim policies, Func<int, Task> doAsync)
    {
        try
        {
            foreach (var index in lane)
            {
                await Task.WhenAll(steps[index].DependsOn.Select(cause => _done[cause].Task));
                if (_isBroken)
                {
                    return;
                }

                await DoAsync(index, slots, policies, doAsync);
                _done[index].SetResult();
            }
        }
        catch
        {
            _isBroken = true;
            throw;
        }
        finally
        {
            // After a failure nobody may wait for ever.
            foreach (var index in lane)
            {
                _done[index].TrySetResult();
            }
        }
    }

    private async Task DoAsync(int index, SemaphoreSlim slots, SemaphoreSlim policies, Func<int, Task> doAsync)
    {
        var isPolicy = Target(steps[index].Write).Kind == EntityKind.AssignmentPolicy;
        if (isPolicy)
        {
            await policies.WaitAsync();
        }

        try
        {
            await slots.WaitAsync();
            try
            {
                await doAsync(index);
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            if (isPolicy)
            {
                policies.Release();
            }
        }
    }

    // No catalog is called nothing.
    private static string LaneOf(TenantWrite write) => Target(write).CatalogName ?? "";

    private static EntityKey Target(TenantWrite write) => write switch
    {
        TenantWrite.Create create => create.Declared.Key,
        TenantWrite.Update update => update.Target.Key,
        TenantWrite.Delete delete => delete.Target.Key,
        TenantWrite.AddItem add => add.Target.Key,
        TenantWrite.ChangeItem change => change.Target.Key,
        TenantWrite.RemoveItem remove => remove.Target.Key,
        _ => throw new InvalidOperationException($"{write} is about nothing."),
    };
}
