using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN136, RCN139: what is assigned automatically is approved by nobody, and a package has one such policy (contract 7.8, 1.9).</summary>
internal sealed class AutomaticAsksNobody : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Automatic.IsWritten: true } policy)
        {
            yield break;
        }

        if (policy.Approval is { IsWritten: true, Value: Approval.Required })
        {
            yield return CheckDiagnostics.NobodyApproves(sources.Find(policy.Key, "approval"));
        }

        var first = declared.Within(EntityKey.Package(policy.Catalog, policy.Package))
            .FirstOrDefault(other => other is { Ensure: Entitlements.Fields.Ensure.Present, Entity: AssignmentPolicy { Automatic.IsWritten: true } })?.Key;
        if (first is not null && !first.Equals(policy.Key))
        {
            yield return CheckDiagnostics.SecondAutomatic(sources.Find(policy.Key, "automatic"), first);
        }
    }
}
