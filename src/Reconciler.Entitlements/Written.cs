namespace Reconciler.Entitlements;

/// <summary>What came of a write that succeeded.</summary>
/// <param name="Id">The tenant's id of what it made; null where it made nothing, or the tenant does not say it yet.</param>
public sealed record Written(string? Id)
{
    public static Written Nothing { get; } = new(Id: null);

    /// <summary>What people should know about it, a sentence; null as a rule.</summary>
    public string? Note { get; init; }
}
