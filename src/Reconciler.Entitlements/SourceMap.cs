namespace Reconciler.Entitlements;

/// <summary>Where each declaration, and each value in it, was written. It stands beside the entities: where a thing was written is no part of what it is.</summary>
public sealed class SourceMap
{
    private readonly Dictionary<(EntityKey Key, string Path), SourceSpan> _spans = [];

    public static SourceMap Empty { get; } = new();

    public void Add(EntityKey key, string path, SourceSpan span) => _spans[(key, path)] = span;

    /// <summary>Whether the value itself was written, and is no default.</summary>
    public bool Has(EntityKey key, string path) => _spans.ContainsKey((key, path));

    /// <summary>The place of a value, or of what holds it, or of the declaration; null for what was never written.</summary>
    /// <param name="path">Keys joined by dots, list items by index: <c>approval.stages[0].approvers[1]</c>; empty for the declaration itself.</param>
    public SourceSpan? Find(EntityKey key, string path)
    {
        for (var at = path; ; at = at[..Math.Max(at.LastIndexOfAny(['.', '[']), 0)])
        {
            if (_spans.TryGetValue((key, at), out var span) || at.Length == 0)
            {
                return span;
            }
        }
    }
}
