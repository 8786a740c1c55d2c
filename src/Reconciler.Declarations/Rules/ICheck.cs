using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>One thing that has to hold between declarations, whatever the tenant holds. Its name is the sentence.</summary>
internal interface ICheck
{
    IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources);
}
