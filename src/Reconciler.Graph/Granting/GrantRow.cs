using System.Collections.Frozen;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Granting;

/// <summary>What gives a kind of access.</summary>
/// <param name="Enough">Every permission that does by itself, the least among them.</param>
internal sealed record GrantRow(AccessKind Kind, GraphGrant Least, FrozenSet<string> Enough)
{
    /// <summary>Permissions that may do, which nobody documents or which depend on the object.</summary>
    public FrozenSet<string> Perhaps { get; init; } = [];

    /// <summary>The roles of the directory, by template id, that a person may have for it.</summary>
    public FrozenSet<string> Roles { get; init; } = [];

    /// <summary>Whether a role of entitlement management can stand for the permission (contract 1.8, 3).</summary>
    public bool IsOfManagement => Kind is >= AccessKind.ReadManagement and <= AccessKind.WriteRoles;
}
