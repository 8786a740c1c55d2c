using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Applying;

/// <summary>A run store in memory that counts its writes.</summary>
internal sealed class RecordingStore(Bindings start) : IRunStore
{
    public Bindings Bindings { get; private set; } = start;

    public int Writes { get; private set; }

    /// <summary>Asked before each write with its number from 1; what it returns is thrown.</summary>
    public Func<int, Exception?> Fails { get; set; } = _ => null;

    public Task<Bindings> ReadBindingsAsync(string tenantId, CancellationToken cancellationToken) => Task.FromResult(Bindings);

    public Task WriteBindingsAsync(Bindings bindings, CancellationToken cancellationToken)
    {
        if (Fails(++Writes) is { } trouble)
        {
            throw trouble;
        }

        Bindings = bindings;
        return Task.CompletedTask;
    }

    public Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
