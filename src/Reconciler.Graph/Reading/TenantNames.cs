using System.Collections.Frozen;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>What people call everything whose id a tenant holds: objects of the directory, sites, and entities beside the one that names them.</summary>
internal sealed class TenantNames(DirectoryNames directory, IReadOnlyDictionary<string, Reference> entities)
{
    /// <summary>Knows nothing but ids, which is enough to compare.</summary>
    public static TenantNames None { get; } = new(
        new DirectoryNames(FrozenDictionary<string, Reference>.Empty, FrozenSet<string>.Empty), FrozenDictionary<string, Reference>.Empty);

    /// <summary>What bears the id; dangling where nothing does.</summary>
    public Reference Of(ReferenceKind kind, string id) =>
        kind == ReferenceKind.Site ? new Reference(kind, id, id)
        : kind.IsOfDirectory() ? directory.Of(kind, id)
        : entities.GetValueOrDefault(id) is { } known && known.Kind == kind ? known
        : new Reference(kind, null, id);

    /// <summary>A principal of the directory, of whatever kind it is there.</summary>
    public Reference Principal(string id) => directory.Principal(id);
}
