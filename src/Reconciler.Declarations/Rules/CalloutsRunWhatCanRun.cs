using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN134: an extension runs on requests or on assignments (contract 7.9).</summary>
internal sealed class CalloutsRunWhatCanRun : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Callouts: { IsWritten: true, Value: var callouts } } policy)
        {
            yield break;
        }

        for (var i = 0; i < callouts.Count; i++)
        {
            if (declared.Find(EntityKey.Extension(policy.Catalog, callouts[i].Run.Name ?? ""))?.Entity is CustomExtension { Runs: { IsWritten: true, Value: var runs } }
                && runs != NeededAt(callouts[i].At))
            {
                yield return CheckDiagnostics.ExtensionOfOtherOccasion(sources.Find(policy.Key, $"callouts[{i}].run"), callouts[i].Run, NeededAt(callouts[i].At));
            }
        }
    }

    private static ExtensionOccasion NeededAt(CalloutStage stage) =>
        stage is CalloutStage.FourteenDaysBeforeExpiration or CalloutStage.OneDayBeforeExpiration ? ExtensionOccasion.OnAssignment : ExtensionOccasion.OnRequest;
}
