using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What the directory calls the objects whose ids a tenant holds.</summary>
internal sealed class DirectoryNames(IReadOnlyDictionary<string, Reference> byId, IReadOnlySet<string> unasked)
{
    /// <summary>The object; dangling where the directory answered without it.</summary>
    public Reference Of(ReferenceKind kind, string id) => byId.GetValueOrDefault(id) switch
    {
        { } known when known.Kind == kind => known,

        // One object of the directory is an application where it gives roles and a service principal where it asks for them.
        { Kind: ReferenceKind.ServicePrincipal } known when kind == ReferenceKind.Application => known with { Kind = kind },

        // Nobody may be called deleted because the directory could not be asked.
        _ => new Reference(kind, unasked.Contains(id) ? id : null, id),
    };

    /// <summary>The principal, whatever it is; one that the directory no longer has is called a user, since nothing tells.</summary>
    public Reference Principal(string id) => byId.GetValueOrDefault(id) ?? Of(ReferenceKind.User, id);
}
