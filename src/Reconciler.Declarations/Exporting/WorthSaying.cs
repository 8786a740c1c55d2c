using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>What somebody should know about a file that was just made, at its place there.</summary>
internal static class WorthSaying
{
    public static IEnumerable<Diagnostic> About(WritableEntity entity, SourceMap sources)
    {
        var noun = ExportedSet.Noun(entity.Key.Kind);
        if (entity.Declaration.DisplayName is { } name)
        {
            yield return ExportDiagnostics.HasAlias(sources.Find(entity.Key, "alias"), noun, entity.Key, name);
        }

        if (entity.UnsayableName is { } unsayable)
        {
            yield return ExportDiagnostics.NameCannotBeSaid(sources.Find(entity.Key, "name"), noun, entity.Key, unsayable);
        }

        foreach (var left in entity.LeftOut)
        {
            yield return ExportDiagnostics.CannotBeSaid(sources.Find(entity.Key, ""), noun, entity.Key, left);
        }

        foreach (var (path, reference) in References.In(entity.Declaration.Entity).Where(found => found.Reference.IsDangling))
        {
            yield return ExportDiagnostics.IsGone(sources.Find(entity.Key, path), noun, entity.Key, path, reference);
        }
    }
}
