namespace Reconciler.Entitlements.Fields;

/// <summary>A <see cref="Waiver"/> as written: its days are the last instants of them.</summary>
public sealed record WaiverYaml
{
    public string Rule { get; init; } = "";

    public TargetYaml Target { get; init; } = new();

    public string Reason { get; init; } = "";

    public string ApprovedBy { get; init; } = "";

    public DateTimeOffset Granted { get; init; }

    public DateTimeOffset Expires { get; init; }

    public EquatableArray<string> Only { get; init; } = [];
}
