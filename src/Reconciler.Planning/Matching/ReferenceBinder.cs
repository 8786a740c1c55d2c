using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>Gives every reference of a declared entity its id.</summary>
internal sealed class ReferenceBinder(Resolution names, SourceMap sources, List<Diagnostic> diagnostics)
{
    public Entity Bind(Entity entity) =>
        References.Rewrite(entity, (path, asked) => Bind(asked, sources.Find(entity.Key, path)));

    private Reference Bind(Reference asked, SourceSpan? where)
    {
        var candidates = names.Candidates(asked);
        if (candidates.Count != 1)
        {
            diagnostics.Add(candidates.IsEmpty
                ? BindDiagnostics.UnknownName(where, asked)
                : BindDiagnostics.AmbiguousName(where, asked, candidates));

            // Without an id, so that nothing else is said about what was not found.
            return asked with { Id = null };
        }

        var found = candidates[0];
        if (!NameComparer.Instance.Equals(found.Name, asked.Name))
        {
            diagnostics.Add(BindDiagnostics.NameOfAnother(where, asked, found));
        }

        return found;
    }
}
