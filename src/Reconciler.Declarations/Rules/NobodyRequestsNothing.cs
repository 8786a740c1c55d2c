using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN105: where a policy is open to nobody, nobody may request.</summary>
internal sealed class NobodyRequestsNothing : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is AssignmentPolicy
            {
                Requestors: { IsWritten: true, Value: { MayRequest: true, Who: RequestorScope.Everyone { Population: Population.Nobody } } },
            })
        {
            yield return CheckDiagnostics.NobodyMayRequest(sources.Find(declaration.Key, "requestors.mayRequest"));
        }
    }
}
