using Reconciler.Entitlements;

namespace Reconciler.Graph.Writing;

/// <summary>The creations that are under way, or were given up without an answer: only an answer to one of these can be taken for another's.</summary>
internal sealed class OpenCreations
{
    private readonly Lock _gate = new();
    private readonly HashSet<OpenCreation> _open = [];

    public OpenCreation Begin(EntityKey key, string? parentId)
    {
        var begun = new OpenCreation(key.Kind, key.Name, parentId);
        lock (_gate)
        {
            foreach (var rival in _open.Where(begun.IsRivalOf))
            {
                begun.HasRival = rival.HasRival = true;
            }

            _open.Add(begun);
        }

        return begun;
    }

    /// <summary>It was answered: what is answered from now on is not about it.</summary>
    public void End(OpenCreation creation)
    {
        lock (_gate)
        {
            _open.Remove(creation);
        }
    }
}
