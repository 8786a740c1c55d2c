namespace Reconciler.Entitlements;

/// <summary>One role of one resource, as an access package gives it.</summary>
public sealed record ResourceRole
{
    public required Reference Resource { get; init; }

    public GroupRole Role { get; init; } = GroupRole.Member;

    public override string ToString() => $"{Resource} as {Role.ToString().ToLowerInvariant()}";
}

/// <summary>What one can be in a group.</summary>
public enum GroupRole
{
    Member,
    Owner,
}
