namespace Reconciler.Entitlements;

/// <summary>Settings of one entity that somebody else edits: they are neither compared nor written while it lasts.</summary>
public sealed record Ignore
{
    public required EntityKey Target { get; init; }

    /// <summary>Keys of settings as the table has them; one in a section with a dot: <c>delegates.owners</c>.</summary>
    public required EquatableArray<string> Fields { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last instant of it; null where it lasts.</summary>
    public DateTimeOffset? Until { get; init; }

    public required SourceSpan Where { get; init; }
}
