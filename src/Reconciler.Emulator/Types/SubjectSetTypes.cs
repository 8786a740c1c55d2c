using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Who a policy admits and who decides: every kind of subject set (contract 6.1).</summary>
internal static class SubjectSetTypes
{
    public static readonly GraphType[] All =
    [
        AbstractComplex("subjectSet"),
        Complex("attributeRuleMembers : subjectSet",
            "description: String?",
            "membershipRule: String?"),
        Complex("connectedOrganizationMembers : subjectSet",
            "connectedOrganizationId: String?",
            "description: String?"),
        Complex("externalSponsors : subjectSet"),
        Complex("groupMembers : subjectSet",
            "description: String?",
            "groupId: String?"),
        Complex("identityGovernance.groupBasedSubjectSet : subjectSet",
            "nav groups: group[]?"),
        Complex("identityGovernance.ruleBasedSubjectSet : subjectSet",
            "rule: String"),
        Complex("internalSponsors : subjectSet"),
        Complex("requestorManager : subjectSet",
            "managerLevel: Int32?"),
        Complex("singleServicePrincipal : subjectSet",
            "description: String?",
            "servicePrincipalId: String?"),
        Complex("singleUser : subjectSet",
            "description: String?",
            "userId: String?"),
        Complex("targetAgentIdentitySponsorsOrOwners : subjectSet"),
        Complex("targetApplicationOwners : subjectSet"),
        Complex("targetManager : subjectSet",
            "managerLevel: Int32?"),
        Complex("targetUserSponsors : subjectSet"),
    ];
}
