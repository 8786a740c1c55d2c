namespace Reconciler.Emulator.Querying;

/// <summary>What to give of an entity: chosen members (none means all) and navigation properties with choices of their own.</summary>
internal sealed record Shape(IReadOnlyList<string> Select, IReadOnlyList<Expansion> Expand)
{
    public static readonly Shape Plain = new([], []);
}

/// <summary>One item of <c>$expand</c>. The navigation <c>*</c> stands for every single-valued one the emulator can follow.</summary>
internal sealed record Expansion(string Navigation, Shape Shape)
{
    /// <summary>Its options as sent, to be repeated where the rest of a cut collection is read.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}
