namespace Reconciler.ContractTests.Knobs;

/// <summary>A test that a knob makes untrue by what the knob means, and why.</summary>
internal sealed record Exemption(string Knob, string Test, string Because)
{
    /// <summary>All there are; one that is not needed any more fails.</summary>
    public static IReadOnlyList<Exemption> All { get; } =
    [
    ];
}
