using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN102: managers and sponsors can be missing, and then somebody else has to decide.</summary>
internal sealed class EveryStageFindsSomebody : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources) =>
        Stages.Of(declaration)
            .Where(stage => stage.Stage.Fallback.IsEmpty && stage.Stage.Approvers.Any(approver => approver is Subject.Manager or Subject.Sponsors))
            .Select(stage => CheckDiagnostics.NobodyDecides(
                sources.Find(declaration.Key, $"{stage.Path}.approvers"),
                stage.Stage.Approvers.Any(approver => approver is Subject.Manager) ? "the manager" : "the sponsors"));
}
