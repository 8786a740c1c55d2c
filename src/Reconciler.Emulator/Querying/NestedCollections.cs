using System.Collections.Frozen;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>Where a collection inside an entity can be read on its own, which is where the rest of a cut one is found (contract 1.4).</summary>
internal static class NestedCollections
{
    private const string EntitlementManagement = "/identityGovernance/entitlementManagement/";

    private static readonly FrozenDictionary<string, string> Parents = new Dictionary<string, string>
    {
        [Names.Catalog] = "catalogs",
        [Names.Package] = "accessPackages",
        [Names.ConnectedOrganization] = "connectedOrganizations",
    }.ToFrozenDictionary();

    private static readonly string[] Readable =
    [
        Names.Resources, Names.AccessPackages, Names.Extensions, Names.AssignmentPolicies, Names.ResourceRoleScopes, Names.IncompatiblePackages,
        Names.IncompatibleGroups, Names.IncompatibleWith, Names.InternalSponsors, Names.ExternalSponsors,
    ];

    /// <summary>The path below <c>/v1.0</c>, or null when the collection only comes with its owner.</summary>
    public static string? PathOf(Entity owner, string navigation) =>
        Parents.TryGetValue(owner.Type, out var collection) && Readable.Contains(navigation)
            ? $"{EntitlementManagement}{collection}/{owner.Id}/{navigation}"
            : null;
}
