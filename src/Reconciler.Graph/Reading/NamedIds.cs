using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>The ids of what was read without a name, each once, to ask for their names.</summary>
internal static class NamedIds
{
    /// <summary>Of the directory's objects.</summary>
    public static HashSet<string> Directory(this UnnamedReferences references) => Enum.GetValues<ReferenceKind>().Where(kind => kind.IsOfDirectory())
        .SelectMany(references.OfKind).Concat(references.Principals).Select(reference => reference.Id ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Of access packages.</summary>
    public static HashSet<string> Packages(this UnnamedReferences references) =>
        references.OfKind(ReferenceKind.Package).Select(reference => reference.Id ?? "").ToHashSet(StringComparer.OrdinalIgnoreCase);
}
