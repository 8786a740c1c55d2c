using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What has assignments is not deleted: people would lose access because a file was removed.</summary>
public static class AssignedDeletes
{
    private const int NamesShown = 5;

    /// <summary>The packages whose assignments have to be read before anything is written.</summary>
    public static IReadOnlyCollection<string> PackagesOf(Plan plan) => plan.Changes
        .OfType<PlannedChange.Delete>()
        .Select(d => d.Key.Kind switch
        {
            EntityKind.AccessPackage => d.Actual.Id,
            EntityKind.AssignmentPolicy => d.Actual.ParentId,
            _ => null,
        })
        .OfType<string>()
        .ToHashSet();

    public static EquatableArray<Refusal> Check(Plan plan, IReadOnlyCollection<Assignment> assignments)
    {
        var (ofPackage, ofPolicy) = (assignments.ToLookup(a => a.PackageId), assignments.ToLookup(a => a.PolicyId));
        return
        [
            .. from delete in plan.Changes.OfType<PlannedChange.Delete>()
               let held = (delete.Key.Kind switch
               {
                   EntityKind.AccessPackage => ofPackage[delete.Actual.Id],
                   EntityKind.AssignmentPolicy => ofPolicy[delete.Actual.Id],
                   _ => [],
               }).ToList()
               where held.Count > 0
               select new Refusal(
                   "RCN213",
                   delete.Key,
                   delete.Where,
                   $"The {Nouns.One(delete.Key.Kind)} \"{delete.Key}\" can't be deleted: it has {held.Count} {(held.Count == 1 ? "assignment" : "assignments")} ({Names(held)}).",
                   delete.Drains
                       ? "This build does not drain yet: remove the assignments in the portal, then the next apply deletes it."
                       : "Remove the assignments in the portal first, or keep it: declare it again, or let it go with ensure: unmanaged."),
        ];
    }

    private static string Names(List<Assignment> held)
    {
        var names = held.Select(a => a.TargetName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown ? $" and {names.Count - NamesShown} more" : "");
    }
}
