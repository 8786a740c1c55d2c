namespace Reconciler.Entitlements;

/// <summary>
/// Where runs keep their memory, per tenant. Throws <see cref="TenantException"/> (<see cref="TenantProblem.Held"/>) when it is
/// unreachable, damaged, held by another run, or another tenant's.
/// </summary>
public interface IRunStore
{
    /// <summary>The bindings; none where there was no run yet. Never writes.</summary>
    Task<Bindings> ReadBindingsAsync(string tenantId, CancellationToken cancellationToken);

    /// <summary>Replaces the bindings, all or nothing.</summary>
    Task WriteBindingsAsync(Bindings bindings, CancellationToken cancellationToken);

    /// <summary>Holds the store for one writing run, until the returned value is disposed.</summary>
    Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken);
}
