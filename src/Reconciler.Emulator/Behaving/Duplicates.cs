namespace Reconciler.Emulator.Behaving;

/// <summary>What becomes of an object when there is one like it (contract 24, question 6).</summary>
public sealed record Duplicates
{
    /// <summary>The same principal, role and scope (contract 3).</summary>
    public DuplicateAnswer RoleAssignments { get; init; } = DuplicateAnswer.Conflict;

    /// <summary>The same tenant or domain (contract 11).</summary>
    public DuplicateAnswer Organizations { get; init; } = DuplicateAnswer.Conflict;

    /// <summary>The same role in the same package; allowing it twice gives the one that is there, for its id follows from role and scope (contract 5.3).</summary>
    public DuplicateAnswer RoleScopes { get; init; } = DuplicateAnswer.Conflict;

    /// <summary>The same name among the packages, or the extensions, of a catalog (contract 5, 13).</summary>
    public DuplicateAnswer Names { get; init; } = DuplicateAnswer.Allowed;
}

/// <summary>The four ways to treat a duplicate.</summary>
public enum DuplicateAnswer
{
    /// <summary>409 DuplicateKey.</summary>
    Conflict,

    /// <summary>400 Request_BadRequest.</summary>
    BadRequest,

    /// <summary>201 with the one that is there.</summary>
    Idempotent,

    /// <summary>It is made a second time.</summary>
    Allowed,
}
