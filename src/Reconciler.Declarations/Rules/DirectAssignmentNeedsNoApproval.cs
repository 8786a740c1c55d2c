using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN148: an administrator can't assign through a policy that asks for an approval (contract 8).</summary>
internal sealed class DirectAssignmentNeedsNoApproval : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is DirectAssignment { Policy: { IsWritten: true, Value.Name: { } name } } assignment
            && declared.Find(EntityKey.Policy(assignment.Catalog, assignment.Package, name))?.Entity is AssignmentPolicy { Approval: { IsWritten: true, Value: Approval.Required } })
        {
            yield return CheckDiagnostics.AssignedThroughApproval(sources.Find(declaration.Key, "policy"), name);
        }
    }
}
