namespace Reconciler.Entitlements.Fields;

/// <summary>The keys of a declaration that are not settings: which entity is meant, and what shall become of it.</summary>
public sealed record Header
{
    public string Name { get; init; } = "";

    /// <summary>What the workspace calls it, where that is not its name. Empty otherwise.</summary>
    public string Alias { get; init; } = "";

    public string Catalog { get; init; } = "";

    public Ensure Ensure { get; init; } = Ensure.Present;

    /// <summary>The tenant's id, where the file gives one; it decides over the name. Empty otherwise.</summary>
    public string Id { get; init; } = "";

    public EquatableArray<string> Previously { get; init; } = [];

    public Setting<bool> Protect { get; init; }

    /// <summary>The tenants it is declared for; empty for all.</summary>
    public EquatableArray<string> Only { get; init; } = [];

    public bool Prune { get; init; }

    public bool Drain { get; init; }

    public EquatableArray<string> Labels { get; init; } = [];
}

/// <summary>What shall become of a declared entity.</summary>
public enum Ensure
{
    /// <summary>It is there, as declared.</summary>
    Present,

    /// <summary>It is gone: a tombstone.</summary>
    Absent,

    /// <summary>It is let go without being deleted.</summary>
    Unmanaged,

    /// <summary>It is declared for other tenants, or outside of the workspace's scope: neither declared nor undeclared here. Never written so.</summary>
    Elsewhere,
}
