namespace Reconciler.Entitlements;

/// <summary>A role of a resource that an access package gives. The same role stands in a package once.</summary>
public sealed record ResourceRole
{
    /// <summary>A group, an application or a site of the package's catalog.</summary>
    public required Reference Resource { get; init; }

    public Role Role { get; init; } = new Role.OfGroup(GroupRole.Member);

    public override string ToString() => $"{Resource} as {Role}";
}
