namespace Reconciler.Entitlements;

/// <summary>
/// A Microsoft Entra tenant's entitlement management: read whole, asked for names, written one thing at a time.
/// Every member throws <see cref="TenantException"/> when the outside world does not answer as it should.
/// </summary>
public interface ITenant
{
    /// <summary>Asks which tenant it is, before anything else is read of it.</summary>
    Task<TenantIdentity> IdentifyAsync(CancellationToken cancellationToken);

    /// <summary>Reads a part of what can be managed. What could not be read is in the snapshot's gaps.</summary>
    Task<TenantSnapshot> ReadAsync(TenantPart part, CancellationToken cancellationToken);

    /// <summary>Asks the directory for objects by name (or by id, where a reference gives one).</summary>
    Task<Resolution> ResolveAsync(IReadOnlyCollection<Reference> references, CancellationToken cancellationToken);

    /// <summary>Reads the assignments of packages that have not ended.</summary>
    Task<EquatableArray<Assignment>> ReadAssignmentsAsync(IReadOnlyCollection<string> packageIds, CancellationToken cancellationToken);

    /// <summary>
    /// Writes one thing. What it made may not be visible at once: a later write that builds upon it waits for that, and so does
    /// <see cref="ReadAgainAsync"/>.
    /// </summary>
    Task<Written> WriteAsync(TenantWrite write, CancellationToken cancellationToken);

    /// <summary>
    /// Reads again what the writes have touched, once it shows them, and gives it in its place among all the rest of <paramref name="before"/>:
    /// the same as a full read would give, where nobody else has written.
    /// </summary>
    Task<TenantSnapshot> ReadAgainAsync(TenantPart part, TenantSnapshot before, IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken);
}
