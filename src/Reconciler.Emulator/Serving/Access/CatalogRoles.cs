using System.Collections.Frozen;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>What each role of entitlement management may write, by the collection that is written to (contract 3).</summary>
internal static class CatalogRoles
{
    private static readonly string[] Packages = ["accessPackages", "assignmentPolicies", "assignmentRequests", "assignments"];

    private static readonly FrozenDictionary<string, string[]> Written = new Dictionary<string, string[]>
    {
        ["ae79f266-94d4-4dab-b730-feca7e132178"] = ["catalogs", "resourceRequests", "roleAssignments", .. Packages],
        ["44272f93-9762-48e8-af59-1b5351b1d6b3"] = [],
        ["7f480852-ebdc-47d4-87de-0d8498384a83"] = Packages,
        ["e2182095-804a-4656-ae11-64734e9b7ae5"] = ["assignmentRequests", "assignments"],
        ["ba92d953-d8e0-4e39-a797-0cbedb0a89e8"] = ["catalogs"],
        ["e65cf63f-9cc2-4b48-8871-cb667e9d90fb"] = ["connectedOrganizations"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Listed = ["catalogs", "resourceRequests", "roleAssignments", .. Packages];

    /// <summary>Belongs to no catalog, and whoever writes policies has to see it.</summary>
    private static readonly string[] ForEverybody = ["connectedOrganizations", "roleDefinitions", "resourceEnvironments"];

    public static bool Writes(string role, string collection) => Has(Written.GetValueOrDefault(role, []), collection);

    public static bool HasLists(string collection) => Has(Listed, collection);

    public static bool IsForEverybody(string collection) => Has(ForEverybody, collection);

    private static bool Has(string[] collections, string collection) => collections.Contains(collection, StringComparer.OrdinalIgnoreCase);
}
