using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What the directory calls the objects whose ids a tenant holds.</summary>
internal sealed class DirectoryNames(IReadOnlyDictionary<string, Reference> byId, IReadOnlySet<string> unasked)
{
    /// <summary>The object; dangling where the directory answered without it.</summary>
    public Reference Of(ReferenceKind kind, string id)
    {
        if (byId.GetValueOrDefault(id) is { } known && known.Kind == kind)
        {
            return known;
        }

        // Nobody may be called deleted because the directory could not be asked.
        return new Reference(kind, unasked.Contains(id) ? id : null, id);
    }
}
