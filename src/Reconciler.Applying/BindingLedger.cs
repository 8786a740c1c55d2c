using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>Keeps the bindings in step with what has been written, and writes them down after each success: a run that is killed forgets at most one object, which the next finds by its name.</summary>
internal sealed class BindingLedger(IRunStore store, Bindings bindings)
{
    private Bindings _bindings = bindings;

    /// <summary>Records what the plan found: adoptions and what is to be forgotten.</summary>
    public Task RecordAsync(Plan plan, CancellationToken cancellationToken)
    {
        var next = plan.Forgotten.Aggregate(_bindings, (all, binding) => all.Without(binding.Kind, binding.Id));
        return SaveAsync(plan.Bindings.Aggregate(next, (all, binding) => all.With(binding)), cancellationToken);
    }

    /// <summary>Records a write that has succeeded.</summary>
    public Task RecordAsync(TenantWrite write, string? id, CancellationToken cancellationToken) => write switch
    {
        TenantWrite.Create create when id is not null =>
            SaveAsync(_bindings.With(new Binding(create.Declared.Key.Kind, id, create.Parent?.Id, create.Declared.Key.Name)), cancellationToken),
        TenantWrite.Delete { Target: { Id: { } gone } target } => SaveAsync(WithoutChildren(_bindings.Without(target.Key.Kind, gone), gone), cancellationToken),
        _ => Task.CompletedTask,
    };

    private static Bindings WithoutChildren(Bindings all, string parentId) => all with { Entries = all.Entries.Where(b => b.ParentId != parentId).ToEquatableArray() };

    private async Task SaveAsync(Bindings next, CancellationToken cancellationToken)
    {
        if (next != _bindings)
        {
            await store.WriteBindingsAsync(next, cancellationToken);
            _bindings = next;
        }
    }
}
