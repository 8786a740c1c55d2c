namespace Reconciler.Cli.Commands;

/// <summary>What <c>emulate</c> was asked for. Paths are whole.</summary>
internal sealed record EmulateArguments
{
    public required string Listen { get; init; }

    public string? State { get; init; }

    public string? Seed { get; init; }

    public bool UsesTls { get; init; }

    /// <summary>Where to write the certificate to trust; null is a file of its own for each port, in <see cref="Folder"/>.</summary>
    public string? Authority { get; init; }

    public required string Folder { get; init; }

    public string? Clients { get; init; }

    public bool IsOpen { get; init; }

    public string? Faults { get; init; }

    public string? RequestLog { get; init; }

    public bool AsJson { get; init; }
}
