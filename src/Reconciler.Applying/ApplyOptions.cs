namespace Reconciler.Applying;

/// <summary>How a plan is applied.</summary>
public sealed record ApplyOptions
{
    /// <summary>What <see cref="Allowed"/> has to hold before a policy may be changed that asks for a Verified ID.</summary>
    public const string LoseVerifiedId = "lose:verified-id";

    /// <summary>How many catalogs are written side by side; one writes in the plan's order (contract 1.6).</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>What somebody has allowed by name.</summary>
    public IReadOnlyCollection<string> Allowed { get; init; } = [];
}
