namespace Reconciler.Entitlements;

/// <summary>What the directory answered to names: for each reference asked for, every object that bears its name (or its id, where it gave one).</summary>
public sealed class Resolution(IReadOnlyDictionary<Reference, EquatableArray<Reference>> candidates)
{
    public static Resolution Empty { get; } = new(new Dictionary<Reference, EquatableArray<Reference>>());

    /// <summary>All objects found: none, one, or several of one name.</summary>
    public EquatableArray<Reference> Candidates(Reference asked) => candidates.GetValueOrDefault(asked);
}
