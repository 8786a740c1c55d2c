using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN130: one policy is for people of the directory, for organizations, or for service principals (contract 7.2).</summary>
internal sealed class RequestorsAreOfOneSort : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Requestors: { IsWritten: true, Value.Who: RequestorScope.Listed { Principals: var who } } })
        {
            yield break;
        }

        for (var i = 1; i < who.Count; i++)
        {
            if (SortOf(who[i]) != SortOf(who[0]))
            {
                yield return CheckDiagnostics.MixedRequestors(sources.Find(declaration.Key, $"requestors.who[{i}]"), who[i], who[0]);
                yield break;
            }
        }

        if (who.Count > MostPeople && SortOf(who[0]) == ReferenceKind.User)
        {
            yield return CheckDiagnostics.TooManyRequestors(sources.Find(declaration.Key, "requestors.who"), who.Count, MostPeople);
        }
    }

    // Contract 1.9.
    private const int MostPeople = 500;

    private static ReferenceKind SortOf(Reference reference) => reference.Kind == ReferenceKind.Group ? ReferenceKind.User : reference.Kind;
}
