namespace Reconciler.Entitlements;

/// <summary>An attribute that requestors of a resource have to fill in (contract 4.3).</summary>
public sealed record RequiredAttribute
{
    /// <summary>The user's property: <c>officeLocation</c>, or <c>extension_…</c>.</summary>
    public required string Name { get; init; }

    public required Question Question { get; init; }

    /// <summary>Whether the answer may be changed later.</summary>
    public bool Editable { get; init; } = true;

    /// <summary>Whether the answer stays on the user when the assignment ends.</summary>
    public bool Persistent { get; init; }
}
