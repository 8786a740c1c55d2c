using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Comparing;
using Reconciler.Planning.Ordering;

namespace Reconciler.Planning;

/// <summary>Compares both sides and says what would be done. Pure: it reads no clock, asks nobody and writes nothing. The door of the plan stage.</summary>
public static class Planner
{
    public static Plan Plan(BoundState state, PlanOptions options)
    {
        var plan = new Plan
        {
            TenantId = state.Snapshot.TenantId,
            TenantName = state.Snapshot.DisplayName,
            Options = options,
            Gaps = state.Snapshot.Gaps,
            Diagnostics = state.Diagnostics,
            Unmanaged = state.Unmanaged.Select(a => a.Entity.Key).ToEquatableArray(),
        };

        // Unbound names would be compared with bound ones, and every such line of the plan would be wrong.
        if (!plan.CanApply)
        {
            return plan;
        }

        var wanted = options.NoRemovals ? state with { Entities = state.Entities.Select(WithNothingRemoved).ToEquatableArray() } : state;
        var finder = new ChangeFinder(wanted);
        var changes = finder.Find();
        var kept = InReadingOrder(options.NoRemovals ? changes.Where(c => c is not PlannedChange.Delete) : changes);
        return plan with
        {
            Changes = kept,
            Steps = new StepFinder(wanted, kept).Find(),
            Adopted = state.Entities.Where(e => e is { Match: Match.Name or Match.DeclaredId, IsWanted: true }).Select(e => e.Key).ToEquatableArray(),
            Gone = state.Entities.Where(e => !e.IsWanted && e.Declaration.Ensure == Ensure.Absent && e.Actual is null).Select(e => e.Key).ToEquatableArray(),
            HeldBack = options.NoRemovals ? HeldBack(InReadingOrder(new ChangeFinder(state).Find()), kept) : [],
            NotManaged = NotManagedOf(state),
            LetGo = state.Entities
                .Where(e => !e.IsWanted && e.Declaration.Ensure == Ensure.Unmanaged && e.Actual is { } actual && state.Bindings.FindById(e.Key.Kind, actual.Id) is not null)
                .Select(e => e.Key).ToEquatableArray(),
            Ended = state.Entities.Where(e => ChangeFinder.HasEnded(e, state.Now)).Select(e => e.Key).ToEquatableArray(),
            Ignored = state.Ignored,
            LooksRenamed = LooksRenamed.Find(kept),
            Kept = state.Entities.Where(e => e is { IsWanted: true, Actual.Unmodelled.IsEmpty: false }).Select(e => new Kept(e.Key, e.Actual?.Unmodelled ?? [])).ToEquatableArray(),
            Bindings = BindingsOf(state),
            Forgotten = state.Forgotten,
            Pins = state.Pins,
            Protection = ProtectionOf(state),
            Diagnostics = [.. state.Diagnostics, .. PlanChecks.Check(wanted, kept), .. finder.Unsaid.Select(PlanDiagnostics.NameMeansAnother)],
        };
    }

    private static BoundEntity WithNothingRemoved(BoundEntity entity) => entity is { IsWanted: true, Actual: { } actual }
        ? entity with { Declaration = entity.Declaration with { Entity = Union.Of(entity.Declaration.Entity, actual.Entity) } }
        : entity;

    private static EquatableArray<PlannedChange> InReadingOrder(IEnumerable<PlannedChange> changes) => Runs.Merge(changes, (one, other) =>
        ((one is PlannedChange.Delete ? 0 : 1) - (other is PlannedChange.Delete ? 0 : 1), one.Key.CompareTo(other.Key)) switch
        {
            (0, 0) => string.CompareOrdinal(one.Id, other.Id),
            (0, var byKey) => byKey,
            var (byKind, _) => byKind,
        }).ToEquatableArray();

    /// <summary>A delete counts once, whatever goes with it; of other changes, every line that is not made.</summary>
    private static EquatableArray<HeldBack> HeldBack(IEnumerable<PlannedChange> all, EquatableArray<PlannedChange> kept)
    {
        var made = kept.SelectMany(change => change.Fields.Select(field => Line(change, field))).ToHashSet();
        return all.SelectMany(change => change is PlannedChange.Delete
                ? [new HeldBack(change.Key, null)]
                : change.Fields.Where(field => !made.Contains(Line(change, field))).Select(field => new HeldBack(change.Key, field)))
            .ToEquatableArray();
    }

    private static (EntityKey, string, FieldChangeKind, string?, string?) Line(PlannedChange change, FieldChange field) =>
        (change.Key, field.Path, field.Kind, field.Old, field.New);

    private static EquatableArray<NotManaged> NotManagedOf(BoundState state)
    {
        var (ignored, table) = (state.Ignored.Select(i => (i.Key, i.Setting)).ToHashSet(), Language.Of(EntityKind.AssignmentPolicy));
        var notManaged = new List<NotManaged>();
        foreach (var entity in state.Entities)
        {
            if (entity is { IsWanted: true, Actual: not null, Key.Kind: EntityKind.AssignmentPolicy } && !IsWhole(entity))
            {
                notManaged.Add(new NotManaged(entity.Key, table.NeededToCreate.Where(needed => IsLeft(entity, needed)).Select(needed => string.Join(" or ", needed)).ToEquatableArray()));
            }
        }

        return notManaged.ToEquatableArray();

        // Nearly every policy is.
        bool IsWhole(BoundEntity entity)
        {
            foreach (var needed in table.NeededToCreate)
            {
                if (IsLeft(entity, needed))
                {
                    return false;
                }
            }

            return true;
        }

        bool IsLeft(BoundEntity entity, ImmutableArray<string> needed)
        {
            foreach (var key in needed)
            {
                if (table.Setting(key).Get(entity.Declaration.Entity) is not null || ignored.Contains((entity.Key, key)))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private static EquatableArray<Binding> BindingsOf(BoundState state) => state.Entities
        .Where(e => e is { IsWanted: true, Actual: not null } && IsRemembered(e.Key.Kind))
        .Select(e => new Binding(e.Key.Kind, e.Actual?.Id ?? "", e.Actual?.ParentId, e.Key.Name)
        {
            IsProtected = e.Declaration.Protect.Or(state.Bindings.FindById(e.Key.Kind, e.Actual?.Id ?? "")?.IsProtected ?? false),
        })
        .ToEquatableArray();

    private static EquatableArray<Protection> ProtectionOf(BoundState state) =>
    [
        .. from entity in state.Entities
           where entity is { IsWanted: true, Declaration.Protect.IsWritten: true } && IsRemembered(entity.Key.Kind)
           let wanted = entity.Declaration.Protect.Value
           let held = entity.Actual is { } actual && state.Bindings.FindById(entity.Key.Kind, actual.Id) is { IsProtected: true }
           where wanted != held
           select new Protection(entity.Key, wanted),
    ];

    // There is one of these, or nothing of it is ever taken away.
    private static bool IsRemembered(EntityKind kind) => kind is not (EntityKind.Settings or EntityKind.TenantRoles or EntityKind.DirectAssignment);
}
