using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>The approval stages of a policy and their paths; none of anything else, and none where nobody asks: what stands there has no effect, which is told by itself.</summary>
internal static class Stages
{
    public static IEnumerable<(ApprovalStage Stage, string Path)> Of(Declaration declaration) =>
        declaration.Entity is AssignmentPolicy { Automatic.IsWritten: false, Approval: { IsWritten: true, Value: Approval.Required approval } }
            ? approval.Stages.Select((stage, index) => (stage, $"approval.stages[{index}]"))
            : [];
}
