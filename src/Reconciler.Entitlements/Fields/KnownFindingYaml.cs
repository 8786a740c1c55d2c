namespace Reconciler.Entitlements.Fields;

/// <summary>A finding of a baseline as written.</summary>
public sealed record KnownFindingYaml
{
    public string Code { get; init; } = "";

    public TargetYaml Target { get; init; } = new();

    public int Times { get; init; } = 1;

    public EquatableArray<string> Only { get; init; } = [];
}
