namespace Reconciler.Entitlements.Fields;

/// <summary>An <see cref="Ignore"/> as written.</summary>
public sealed record IgnoreYaml
{
    public TargetYaml Target { get; init; } = new();

    public EquatableArray<string> Fields { get; init; } = [];

    public string Reason { get; init; } = "";

    public Setting<DateTimeOffset> Until { get; init; }

    public EquatableArray<string> Only { get; init; } = [];
}
