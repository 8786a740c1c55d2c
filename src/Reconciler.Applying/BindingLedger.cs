using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Applying;

/// <summary>Keeps the bindings in step with what has been written, and writes them down after each success: a run that is killed forgets at most one object, which the next finds by its name.</summary>
internal sealed class BindingLedger(IRunStore store, Plan plan, Bindings bindings) : IDisposable
{
    private readonly HashSet<EntityKey> _protected = plan.Protection.Where(p => p.IsProtected).Select(p => p.Key).ToHashSet();
    private readonly SemaphoreSlim _one = new(1);
    private Bindings _bindings = bindings;

    /// <summary>Records what the plan found: adoptions, protections, names that stood for nothing yet, and what is to be forgotten.</summary>
    public Task RecordAsync(CancellationToken cancellationToken) => SaveAsync(
        old =>
        {
            var next = plan.Forgotten.Aggregate(old, (all, binding) => all.Without(binding.Kind, binding.Id));
            next = plan.Bindings.Aggregate(next, (all, binding) => all.With(binding));
            var known = next.Pins.Select(Name).ToHashSet();
            return next.WithPins(plan.Pins.Where(pin => !known.Contains(Name(pin))));
        },
        cancellationToken);

    /// <summary>Records what names stand for now that everything they are in has been applied: until then the next plan has to say it again.</summary>
    public Task RecordPinsAsync(CancellationToken cancellationToken) => SaveAsync(old => old.WithPins(plan.Pins), cancellationToken);

    /// <summary>Records a write that has succeeded.</summary>
    public Task RecordAsync(TenantWrite write, string? id, CancellationToken cancellationToken) => write switch
    {
        TenantWrite.Create { Declared: DirectAssignment } => Task.CompletedTask,
        TenantWrite.Create create when id is not null =>
            SaveAsync(old => old.With(BindingOf(create.Declared.Key, id, create.Parent?.Id)), cancellationToken),
        TenantWrite.Delete { Target: { Id: { } gone } target } => SaveAsync(old => WithoutChildren(old.Without(target.Key.Kind, gone), gone), cancellationToken),
        _ => Task.CompletedTask,
    };

    private Binding BindingOf(EntityKey key, string id, string? parentId) => new(key.Kind, id, parentId, key.Name) { IsProtected = _protected.Contains(key) };

    private static (ReferenceKind, string) Name(Pin pin) => (pin.Kind, NameComparer.Fold(pin.Name));

    private static Bindings WithoutChildren(Bindings all, string parentId) => all with { Entries = all.Entries.Where(b => b.ParentId != parentId).ToEquatableArray() };

    public void Dispose() => _one.Dispose();

    private async Task SaveAsync(Func<Bindings, Bindings> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var next = change(_bindings);
            if (next != _bindings)
            {
                await store.WriteBindingsAsync(next, cancellationToken);
                _bindings = next;
            }
        }
        finally
        {
            _one.Release();
        }
    }
}
