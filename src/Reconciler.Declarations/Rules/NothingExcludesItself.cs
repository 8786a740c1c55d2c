using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN144: whoever holds a package could never extend it.</summary>
internal sealed class NothingExcludesItself : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AccessPackage { IncompatibleWith: { IsWritten: true, Value: var others } } package)
        {
            yield break;
        }

        for (var i = 0; i < others.Count; i++)
        {
            if (others[i] is { Kind: ReferenceKind.Package, Name: { } name, Catalog: { } catalog } && EntityKey.Package(catalog, name).Equals(package.Key))
            {
                yield return CheckDiagnostics.ExcludesItself(sources.Find(package.Key, $"incompatibleWith[{i}]"));
            }
        }
    }
}
