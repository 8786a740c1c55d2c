namespace Reconciler.Emulator.Rules;

/// <summary>What a resource of a catalog stands for: a group, an application or a site, with the roles it can grant (contract 4.1).</summary>
internal sealed record Origin(string System, string Id, IReadOnlyList<OriginRole> Roles)
{
    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    /// <summary>The origin id of the environment that a site belongs to; null where there is only one.</summary>
    public string? Environment { get; init; }

    /// <summary>When it came to be, as the directory says; null where it does not.</summary>
    public string? CreatedDateTime { get; init; }

    /// <summary>Why entitlement management cannot grant its roles; null when it can.</summary>
    public string? Obstacle { get; init; }
}

/// <summary>One role of an <see cref="Origin"/>; the origin id is how the origin's own system names it.</summary>
internal sealed record OriginRole(string DisplayName, string OriginId, string? Description = null);
