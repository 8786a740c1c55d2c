using static Reconciler.Emulator.Behaving.KnobKind;

namespace Reconciler.Emulator.Behaving;

/// <summary>The knobs of <see cref="OpenQuestions"/>; the awkward value is the answer the emulator does not give by itself.</summary>
internal static class QuestionKnobs
{
    private static readonly KnobGroup<OpenQuestions> Group = new("openQuestions", it => it.OpenQuestions, (it, part) => it with { OpenQuestions = part });

    private static readonly KnobGroup<Duplicates> OfDuplicates = new(
        "openQuestions.duplicates",
        it => it.OpenQuestions.Duplicates,
        (it, part) => it with { OpenQuestions = it.OpenQuestions with { Duplicates = part } });

    private static readonly KnobKind<DuplicateAnswer> Answer = Choice<DuplicateAnswer>();

    public static IEnumerable<Knob> All =>
    [
        Group.Of("deleteRefusalStatus", Number(400, 499), it => it.DeleteRefusalStatus, (it, value) => it with { DeleteRefusalStatus = value }, 409),
        Group.Of("deleteRefusalCode", OptionalText, it => it.DeleteRefusalCode, (it, value) => it with { DeleteRefusalCode = value }, "UnknownError"),
        Group.Of("keepsOmittedStages", Flag, it => it.KeepsOmittedStages, (it, value) => it with { KeepsOmittedStages = value }, true),
        Group.Of("keepsOmittedNotifications", Flag, it => it.KeepsOmittedNotifications, (it, value) => it with { KeepsOmittedNotifications = value }, true),
        Group.Of("keepsVerifiedId", Flag, it => it.KeepsVerifiedId, (it, value) => it with { KeepsVerifiedId = value }, true),
        Group.Of("defaultAccessOriginId", Text, it => it.DefaultAccessOriginId, (it, value) => it with { DefaultAccessOriginId = value }, "msiam_access"),
        OfDuplicates.Of("roleAssignments", Answer, it => it.RoleAssignments, (it, value) => it with { RoleAssignments = value }, DuplicateAnswer.BadRequest),
        OfDuplicates.Of("organizations", Answer, it => it.Organizations, (it, value) => it with { Organizations = value }, DuplicateAnswer.Allowed),
        OfDuplicates.Of("roleScopes", Answer, it => it.RoleScopes, (it, value) => it with { RoleScopes = value }, DuplicateAnswer.Idempotent),
        OfDuplicates.Of("names", Answer, it => it.Names, (it, value) => it with { Names = value }, DuplicateAnswer.Conflict),
        Group.Of(
            "identitySourcesPatch",
            Choice<IdentitySourcesPatch>(),
            it => it.IdentitySourcesPatch,
            (it, value) => it with { IdentitySourcesPatch = value },
            IdentitySourcesPatch.Ignored),
        Group.Of(
            "incompatiblesInLists",
            Choice<ListedExpansion>(),
            it => it.IncompatiblesInLists,
            (it, value) => it with { IncompatiblesInLists = value },
            ListedExpansion.LeftOut),
        Group.Of("renewsQuestionIds", Flag, it => it.RenewsQuestionIds, (it, value) => it with { RenewsQuestionIds = value }, true),
    ];
}
