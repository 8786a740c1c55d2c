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
                IsTombstone(was, trial, before) || IsOurs(was, bindings, trial) || gone.Exists(parent => parent.Id == was.ParentId),
                $"{was.Kind} \"{was.Name}\" ({was.Id}) was deleted."));
            Assert.Equal(planned.MayApply ? planned.Plan.Count<PlannedChange.Create>() : 0, after.All.Count(now => before.Find(now.Id) is null));
        });
        statistics.Require(("creates", 20), ("renames", 10), ("deletes", 10), ("adoptions", 5));
    }

    private static bool IsRich(StateObject? policy) =>
        policy is not null && (policy.Own.ToJsonString().Contains("comesLater", StringComparison.Ordinal)
            || Objects.Items(policy.Own, "questions").Any() || Objects.Items(policy.Own, "customExtensionStageSettings").Any() || policy.Own["reviewSettings"] is not null);

    /// <summary>An earlier run managed it, under a name that is not declared any more.</summary>
    private static bool IsOurs(StateObject was, EquatableArray<Binding> bindings, Trial trial) =>
        bindings.FirstOrDefault(b => b.Kind == was.Kind && b.Id == was.Id) is { } binding
        && !trial.Now.Declarations.Any(d => d.Ensure != Ensure.Absent && KeyOf(binding, bindings, trial) is { } key && d.Key == key);

    private static bool IsTombstone(StateObject was, Trial trial, Objects before) =>
        trial.Now.Declarations.Any(d => d.Ensure == Ensure.Absent && d.Key.Kind == was.Kind)
        && (trial.Now.Declarations.Any(d => d.Ensure == Ensure.Absent && d.Key.Kind == was.Kind && NameComparer.Instance.Equals(d.Key.Name, was.Name))
            || (was.ParentId is { } parent && before.Find(parent) is { } inside && IsTombstone(inside, trial, before)));

    /// <summary>The key under which a binding's object is declared, if its parents still have their bound names.</summary>
    private static EntityKey? KeyOf(Binding binding, EquatableArray<Binding> bindings, Trial trial)
    {
        List<string> path = [binding.Name];
        for (var at = binding; at.ParentId is { } id;)
        {
            if (bindings.FirstOrDefault(b => b.Id == id) is not { } parent)
            {
                return null;
            }

            path.Insert(0, NowCalled(parent, path.Count, trial));
            at = parent;
        }

        return new EntityKey(binding.Kind, path.ToEquatableArray());
    }

    private static string NowCalled(Binding parent, int depth, Trial trial) =>
        trial.Now.Declarations.FirstOrDefault(d => d.Key.Kind == parent.Kind && depth > 0 && d.Previously.Contains(parent.Name, NameComparer.Instance))?.Key.Name ?? parent.Name;
}
