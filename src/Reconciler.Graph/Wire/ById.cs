using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>What the tenant names, as it names it: by id. What people call it is found out later, for all at once, where a tenant is read (<see cref="WireValue.References"/>).</summary>
internal static class ById
{
    /// <summary>What bears the id.</summary>
    /// <param name="said">Where it is named.</param>
    public static Reference Of(WireValue said, ReferenceKind kind, string id) =>

        // A site's address is its id and its name.
        kind == ReferenceKind.Site ? new(kind, id, id)
        : said.References?.Of(kind, id) ?? new(kind, null, id);

    /// <summary>A principal whose kind is not told: a user, until the directory says otherwise.</summary>
    public static Reference Principal(WireValue said, string id) => said.References?.Principal(id) ?? new(ReferenceKind.User, null, id);
}
