namespace Reconciler.Entitlements;

/// <summary>What needs a kind of access.</summary>
/// <param name="Key">The entity that is read or written for it; null where it is about the tenant as such.</param>
/// <param name="What">What is done, as it stands behind "it": <c>adds the group "Sales" to the catalog "General"</c>.</param>
/// <param name="Where">The line that asks for it; null where a line is missing.</param>
public sealed record NeededBy(EntityKey? Key, string What, SourceSpan? Where)
{
    /// <summary>The id of the catalog that it is in, whatever that is called; null where it has none yet, or where only its name is known.</summary>
    public string? CatalogId { get; init; }
}
