using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>What the tenant names, as it names it: by id. What people call it is found out later, for all at once.</summary>
internal static class ById
{
    /// <summary>A site's address is its id and its name.</summary>
    public static Reference Of(ReferenceKind kind, string id) => new(kind, kind == ReferenceKind.Site ? id : null, id);

    /// <summary>A principal whose kind is not told: a user, until the directory says otherwise.</summary>
    public static Reference Principal(string id) => Of(ReferenceKind.User, id);
}
