using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN135: nobody waits for what runs before an expiry (contract 13).</summary>
internal sealed class OnlyRequestsWait : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is CustomExtension
            {
                Runs: { IsWritten: true, Value: ExtensionOccasion.OnAssignment },
                Waits: { IsWritten: true, Value: ExtensionWait.Within },
            })
        {
            yield return CheckDiagnostics.NobodyWaits(sources.Find(declaration.Key, "waits"));
        }
    }
}
