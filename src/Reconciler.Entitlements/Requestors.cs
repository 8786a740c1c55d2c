namespace Reconciler.Entitlements;

/// <summary>Who may request an access package through a policy, and what they may do themselves (contract 7.2 and 7.3).</summary>
public sealed record Requestors
{
    public required RequestorScope Who { get; init; }

    public bool MayRequest { get; init; } = true;

    public bool MayExtend { get; init; } = true;

    public bool MayRemove { get; init; } = true;

    public bool MayChooseDates { get; init; }

    public OnBehalf OnBehalf { get; init; } = new OnBehalf.None();
}

/// <summary>The people a policy is open to.</summary>
public abstract record RequestorScope
{
    private RequestorScope() { }

    /// <summary>Everybody of a kind, or nobody.</summary>
    public sealed record Everyone(Population Population) : RequestorScope;

    /// <summary>Users and groups of the directory, by name.</summary>
    public sealed record Listed(EquatableArray<Reference> Principals) : RequestorScope;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : RequestorScope, IUnmodelled;
}

/// <summary>The populations a policy can be open to as a whole.</summary>
public enum Population
{
    /// <summary>Direct assignment by an administrator only.</summary>
    Nobody,

    /// <summary>Members of the directory, guests excluded.</summary>
    AnyMember,

    /// <summary>Members and guests of the directory.</summary>
    AnyUser,

    /// <summary>Everybody from outside, all connected organizations and any new external user (seed 004, step 3).</summary>
    AnyExternalUser,

    /// <summary>The users of every connected organization that is configured.</summary>
    AnyConfiguredOrganization,

    AnyServicePrincipal,

    /// <summary>Agents, as Graph v1.0 knows them since 2026.</summary>
    AnyAgentIdentity,
}
