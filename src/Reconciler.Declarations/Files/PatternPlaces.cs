namespace Reconciler.Declarations.Files;

/// <summary>How far a pattern is matched: the segments that may come next, each once.</summary>
internal sealed record PatternPlaces(IReadOnlyList<int> All)
{
    public bool AreNone => All.Count == 0;
}
