using Reconciler.Entitlements;
using Reconciler.Graph.Granting;

namespace Reconciler.Graph;

/// <summary>Which grants of Microsoft Graph give which kinds of access. Needs neither network nor credentials.</summary>
public static class GraphGrants
{
    /// <summary>The least for one kind.</summary>
    public static GraphGrant Of(AccessKind kind) => GrantTable.Of(kind).Least;

    /// <summary>The permission of a kind, for an application or for a person; null where a person needs none.</summary>
    public static string? Of(AccessKind kind, bool isPerson) => isPerson ? Of(kind).Delegated : Of(kind).Application;

    /// <summary>The least permissions for all of the kinds: one that another of them brings along is left out.</summary>
    public static IReadOnlyList<string> Least(IReadOnlyCollection<AccessKind> kinds, bool isPerson)
    {
        var all = kinds.Order().Select(kind => Of(kind, isPerson)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return [.. all.Where(grant => !all.Exists(other => other != grant && Brings(other, grant)))];

        bool Brings(string other, string grant) => kinds.Where(kind => Of(kind, isPerson) == grant).All(kind => GrantTable.Of(kind).Enough.Contains(other));
    }

    /// <summary>The one of the permissions by which a kind is had; null where none of them gives it.</summary>
    public static string? Giving(AccessKind kind, IReadOnlyCollection<string> grants) =>
        grants.FirstOrDefault(grant => GrantTable.Of(kind).Enough.Contains(grant));
}
