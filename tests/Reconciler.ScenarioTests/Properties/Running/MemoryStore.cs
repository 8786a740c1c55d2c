using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>The run store without a disk.</summary>
internal sealed class MemoryStore : IRunStore
{
    public Bindings? Bindings { get; set; }

    public Task<Bindings> ReadBindingsAsync(string tenantId, CancellationToken cancellationToken) => Task.FromResult(Bindings ?? Bindings.None(tenantId));

    public Task WriteBindingsAsync(Bindings bindings, CancellationToken cancellationToken)
    {
        Bindings = bindings;
        return Task.CompletedTask;
    }

    public Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Nobody else is there.");
}
