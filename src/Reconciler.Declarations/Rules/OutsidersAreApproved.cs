using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN106: the portal demands an approval for users who are not yet in the directory (seed 004, step 3); the API may not, so it is a warning.</summary>
internal sealed class OutsidersAreApproved : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is AssignmentPolicy
            {
                Requestors: { IsWritten: true, Value.Who: RequestorScope.Everyone { Population: Population.AnyExternalUser } },
                Approval: { IsWritten: true, Value: Approval.None },
            })
        {
            yield return CheckDiagnostics.OutsidersUnapproved(sources.Find(declaration.Key, "approval"));
        }
    }
}
