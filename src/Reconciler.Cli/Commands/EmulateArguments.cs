namespace Reconciler.Cli.Commands;

/// <summary>What <c>emulate</c> was asked for. Paths are whole.</summary>
internal sealed record EmulateArguments
{
    public required string Listen { get; init; }

    public string? State { get; init; }

    public string? Seed { get; init; }

    public bool UsesTls { get; init; }

    public required string Authority { get; init; }

    public string? Clients { get; init; }

    public bool IsOpen { get; init; }

    public string? Faults { get; init; }

    public string? RequestLog { get; init; }

    public bool AsJson { get; init; }
}
