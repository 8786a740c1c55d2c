namespace Reconciler.Entitlements;

/// <summary>One person's assignment to an access package that has not ended (contract section 9).</summary>
/// <param name="TargetId">The directory id of who holds it; null while a guest is still being invited.</param>
public sealed record Assignment(string Id, string PackageId, string? PolicyId, string? TargetId, string TargetName)
{
    /// <summary>When it ends; null where it does not end by itself.</summary>
    public DateTimeOffset? End { get; init; }
}
