namespace Reconciler.Entitlements;

/// <summary>Somebody who decides, reviews or asks for others: Graph's subject set (contract 6.1).</summary>
public abstract record Subject
{
    private Subject() { }

    /// <summary>A user, or any member of a group.</summary>
    public sealed record Principal(Reference Who) : Subject;

    /// <summary>Whoever it is about: reviewers of their own access.</summary>
    public sealed record Self : Subject;

    /// <summary>The manager of whoever it is about: level 1; the manager's manager: level 2, and so on.</summary>
    public sealed record Manager(int Level) : Subject;

    /// <summary>The sponsors of the requestor's connected organization, or of the user.</summary>
    public sealed record Sponsors(SponsorKind Kind) : Subject;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : Subject, IUnmodelled;
}

/// <summary>Whose sponsors decide.</summary>
public enum SponsorKind
{
    /// <summary>People of this directory who stand for the connected organization.</summary>
    Internal,

    /// <summary>Guests of the connected organization.</summary>
    External,

    /// <summary>The sponsors recorded on the user.</summary>
    OfUser,
}
