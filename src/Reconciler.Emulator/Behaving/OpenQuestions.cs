namespace Reconciler.Emulator.Behaving;

/// <summary>
/// The questions of contract 24, answered as the emulator's author thinks likely and otherwise by whoever turns the knob. Question 1 is
/// <see cref="Behaviour.PageSize"/> and <see cref="Behaviour.HonoursTop"/>, question 9 <see cref="Faults.RequestsPerWindow"/>.
/// </summary>
public sealed record OpenQuestions
{
    /// <summary>The status of a refused deletion, 400 to 499 (question 2).</summary>
    public int DeleteRefusalStatus { get; init; } = 400;

    /// <summary>The code of every refused deletion; null is a different one each (question 2).</summary>
    public string? DeleteRefusalCode { get; init; }

    /// <summary>A PUT of a policy without <c>customExtensionStageSettings</c> leaves them as they are (question 3).</summary>
    public bool KeepsOmittedStages { get; init; }

    /// <summary>A PUT of a policy without <c>notificationSettings</c> leaves them as they are (question 3).</summary>
    public bool KeepsOmittedNotifications { get; init; }

    /// <summary>A PUT on v1.0 leaves the Verified ID settings of the policy as they are, which v1.0 never shows (question 4).</summary>
    public bool KeepsVerifiedId { get; init; }

    /// <summary>The origin id of the one role that an application without roles has (question 5).</summary>
    public string DefaultAccessOriginId { get; init; } = "00000000-0000-0000-0000-000000000000";

    /// <summary>What becomes of what is there already (question 6).</summary>
    public Duplicates Duplicates { get; init; } = new();

    /// <summary>What a PATCH does with <c>identitySources</c> (question 7).</summary>
    public IdentitySourcesPatch IdentitySourcesPatch { get; init; }

    /// <summary>What <c>$expand</c> of incompatible packages and groups on a list of packages does (question 8).</summary>
    public ListedExpansion IncompatiblesInLists { get; init; }

    /// <summary>A PUT gives every question of the policy a new id, even one that came with its own (question 10).</summary>
    public bool RenewsQuestionIds { get; init; }
}

/// <summary>What a PATCH of a connected organization does with its identity sources.</summary>
public enum IdentitySourcesPatch
{
    Applied,
    Ignored,
    Refused,
}

/// <summary>What becomes of an <c>$expand</c> that nobody documents for lists.</summary>
public enum ListedExpansion
{
    Expanded,
    Refused,

    /// <summary>Silently: the members are not there.</summary>
    LeftOut,
}
