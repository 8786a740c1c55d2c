using System.Collections.Concurrent;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What the directory calls the objects whose ids a tenant holds.</summary>
internal sealed class DirectoryNames(IReadOnlyDictionary<string, Reference> byId, IReadOnlySet<string> unasked)
{
    private readonly ConcurrentDictionary<(ReferenceKind, string), Reference> _others = [];

    /// <summary>The object; dangling where the directory answered without it.</summary>
    public Reference Of(ReferenceKind kind, string id)
    {
        if (byId.GetValueOrDefault(id) is { } known)
        {
            if (known.Kind == kind)
            {
                return known;
            }

            // One object of the directory is an application where it gives roles and a service principal where it asks for them.
            if (known.Kind == ReferenceKind.ServicePrincipal && kind == ReferenceKind.Application)
            {
                return _others.GetOrAdd((kind, id), _ => known with { Kind = kind });
            }
        }

        // Nobody may be called deleted because the directory could not be asked.
        return _others.GetOrAdd((kind, id), _ => new Reference(kind, unasked.Contains(id) ? id : null, id));
    }

    /// <summary>The principal, whatever it is; one that the directory no longer has is called a user, since nothing tells.</summary>
    public Reference Principal(string id) => byId.GetValueOrDefault(id) ?? Of(ReferenceKind.User, id);
}
