using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN142: an organization is recognised by its identity sources, so that two can't share one (contract 11).</summary>
internal sealed class OrganizationsAreTold : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not ConnectedOrganization { IdentitySources: { IsWritten: true, Value: var own } })
        {
            yield break;
        }

        for (var i = 0; i < own.Count; i++)
        {
            var other = declared.Declarations
                .Where(d => d.Entity is ConnectedOrganization { IdentitySources: { IsWritten: true, Value: var theirs } } && d.Ensure == Entitlements.Fields.Ensure.Present && d.Key.CompareTo(declaration.Key) < 0 && theirs.Any(source => source.Key == own[i].Key))
                .Select(d => d.Key)
                .FirstOrDefault();
            if (other is not null)
            {
                yield return CheckDiagnostics.SourceTwice(sources.Find(declaration.Key, $"identitySources[{i}]"), other, sources.Find(other, "identitySources"));
            }
        }
    }
}
