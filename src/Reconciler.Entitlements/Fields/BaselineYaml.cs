namespace Reconciler.Entitlements.Fields;

/// <summary>The file <c>baseline.yaml</c> as written.</summary>
public sealed record BaselineYaml
{
    public int Version { get; init; } = 1;

    public EquatableArray<KnownFindingYaml> Findings { get; init; } = [];
}
