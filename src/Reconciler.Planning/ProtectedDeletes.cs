using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What is protected is not deleted, neither by itself nor with what it is in, until an apply of its own has lifted the protection.</summary>
public static class ProtectedDeletes
{
    public static EquatableArray<Refusal> Check(Plan plan, TenantSnapshot snapshot, Bindings bindings)
    {
        var guarded = bindings.Entries.Where(b => b.IsProtected).Select(b => (b.Kind, b.Id)).ToHashSet();
        if (guarded.Count == 0)
        {
            return [];
        }

        var inside = snapshot.Entities.ToLookup(e => e.ParentId);
        return
        [
            .. from letGo in plan.Forgotten.Where(b => b.IsProtected)
               let actual = snapshot.Entities.FirstOrDefault(e => e.Entity.Key.Kind == letGo.Kind && e.Id == letGo.Id)
               where actual is not null
               select new Refusal(
                   "RCN214",
                   actual.Entity.Key,
                   null,
                   $"The {Nouns.One(letGo.Kind)} \"{actual.Entity.Key}\" can't be let go: it is protected, and that would be forgotten with it.",
                   "Declare it again with protect: false, apply that, and let it go then."),
            .. from delete in plan.Changes.OfType<PlannedChange.Delete>()
               from gone in inside[delete.Actual.Id].Prepend(delete.Actual).DistinctBy(e => (e.Entity.Key.Kind, e.Id))
               where guarded.Contains((gone.Entity.Key.Kind, gone.Id))
               select new Refusal(
                   "RCN214",
                   delete.Key,
                   delete.Where,
                   $"The {Nouns.One(delete.Key.Kind)} \"{delete.Key}\" can't be deleted: {(gone == delete.Actual ? "it" : $"the {Nouns.One(gone.Entity.Key.Kind)} \"{gone.Entity.Key.Name}\" in it")} is protected.",
                   "Declare it again with protect: false, apply that, and delete it then."),
        ];
    }
}
