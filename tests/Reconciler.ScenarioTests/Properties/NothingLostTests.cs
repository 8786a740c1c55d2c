using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>An apply changes what the plan says, and nothing beside it.</summary>
public sealed class NothingLostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_is_not_declared_is_as_it_was_before()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var planned = statistics.Note(world.Plan(trial.Now.Load()));
            var before = new Objects(world);
            if (planned.MayApply)
            {
                world.Apply(planned);
            }

            var losses = new Losses(before, new Objects(world), planned.MayApply ? planned.Plan : planned.Plan with { Changes = [] }).Find();
            Assert.True(losses.Count == 0, string.Join("\n", losses));
            statistics.Count("rich policies written", planned.MayApply && planned.Plan.Changes.Any(c =>
                c is PlannedChange.Update or PlannedChange.Rename && c.Key.Kind == EntityKind.AssignmentPolicy && IsRich(before.Find(c.Id ?? ""))));
        });
        statistics.Require(("updates", 20), ("renames", 10), ("deletes", 10), ("unmanaged", 5), ("rich policies written", 2));
    }

    [Fact]
    public async Task Ids_survive_and_only_what_was_ours_or_is_declared_absent_is_deleted()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var bindings = world.Store.Bindings?.Entries ?? [];
            var before = new Objects(world);
            var planned = statistics.Note(world.Plan(trial.Now.Load()));
            if (planned.MayApply)
            {
                world.Apply(planned);
            }

            var after = new Objects(world);
            var gone = before.All.Where(was => after.Find(was.Id) is null).ToList();
            Assert.All(gone, was => Assert.True(
                IsTombstone(was, trial, before) || IsOurs(was, bindings, trial) || IsPruned(was, trial, before) || gone.Exists(parent => parent.Id == was.ParentId),
                $"{was.Kind} \"{was.Name}\" ({was.Id}) was deleted."));
            Assert.Equal(planned.MayApply ? planned.Plan.Changes.Count(c => c is PlannedChange.Create && c.Key.Kind != EntityKind.DirectAssignment) : 0, after.All.Count(now => before.Find(now.Id) is null));
        });
        statistics.Require(("creates", 20), ("renames", 10), ("deletes", 10), ("adoptions", 5));
    }

    private static bool IsRich(StateObject? policy) =>
        policy is not null && (policy.Own.ToJsonString().Contains("comesLater", StringComparison.Ordinal)
            || Objects.Items(policy.Own, "questions").Any() || Objects.Items(policy.Own, "customExtensionStageSettings").Any() || policy.Own["reviewSettings"] is not null);

    /// <summary>An earlier run managed it, under a name that is not declared any more.</summary>
    private static bool IsOurs(StateObject was, EquatableArray<Binding> bindings, Trial trial) =>
        bindings.FirstOrDefault(b => b.Kind == was.Kind && b.Id == was.Id) is { } binding
        && !trial.Now.Effective.Any(d => d.Ensure != Ensure.Absent && KeyOf(binding, bindings, trial) is { } key && d.Key == key);

    /// <summary>It is in a catalog of which somebody said that nothing stays in it that is not declared.</summary>
    private static bool IsPruned(StateObject was, Trial trial, Objects before) =>
        was.ParentId is { } parent && before.Find(parent) is { } inside
        && (IsPruned(inside, trial, before) || (inside.Kind == EntityKind.Catalog && trial.Now.Effective.Any(d => d.Prune && d.Ensure == Ensure.Present)));

    private static bool IsTombstone(StateObject was, Trial trial, Objects before) =>
        trial.Now.Effective.Any(d => d.Ensure == Ensure.Absent && d.Key.Kind == was.Kind)
        && (trial.Now.Effective.Any(d => d.Ensure == Ensure.Absent && d.Key.Kind == was.Kind && NameComparer.Instance.Equals(d.Key.Name, was.Name))
            || (was.ParentId is { } parent && before.Find(parent) is { } inside && IsTombstone(inside, trial, before)));

    /// <summary>The key under which a binding's object is declared, if it still has its bound name.</summary>
    private static EntityKey? KeyOf(Binding binding, EquatableArray<Binding> bindings, Trial trial)
    {
        if (binding.ParentId is not { } id)
        {
            return new EntityKey(binding.Kind, [binding.Name]);
        }

        return bindings.FirstOrDefault(b => b.Id == id) is { } parent && KeyOf(parent, bindings, trial) is { } key
            ? new EntityKey(binding.Kind, [.. NowCalled(key, trial).Path, binding.Name])
            : null;
    }

    /// <summary>The key of a parent, which may be renamed in its place by what claims its name as a former one.</summary>
    private static EntityKey NowCalled(EntityKey key, Trial trial) =>
        trial.Now.Effective.Any(d => d.Key == key)
            ? key
            : trial.Now.Effective.FirstOrDefault(d => d.Key.Kind == key.Kind && d.Key == key.Named(d.Key.Name) && d.Previously.Contains(key.Name, NameComparer.Instance))?.Key ?? key;
}
