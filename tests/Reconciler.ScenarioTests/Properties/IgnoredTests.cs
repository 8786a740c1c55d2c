using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>What is left to others is not written, whatever else is.</summary>
public sealed class IgnoredTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_setting_that_is_ignored_is_in_the_tenant_as_it_was()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var planned = statistics.Note(world.Plan(trial.Now.Load()));
            if (!planned.MayApply)
            {
                return;
            }

            var (before, was) = (new Objects(world), world.Snapshot());
            world.Apply(planned);
            var (after, now) = (new Objects(world), world.Snapshot());
            var ids = planned.Plan.Bindings.ToLookup(b => (b.Kind, b.Name.ToUpperInvariant()), b => b.Id);
            foreach (var ignored in planned.Plan.Ignored)
            {
                Assert.DoesNotContain(planned.Plan.Changes, change => change.Key == ignored.Key && change.Fields.Any(f => f.Path == ignored.Setting || f.Path.StartsWith($"{ignored.Setting}.", StringComparison.Ordinal)));
                var table = Language.Of(ignored.Key.Kind);
                var leaf = table.Leaf(ignored.Setting)!;

                // What is deleted goes from the lists of others too.
                if (ignored.Setting == "incompatibleWith" && planned.Plan.Changes.Any(change => change is PlannedChange.Delete && change.Key.Kind == EntityKind.AccessPackage))
                {
                    continue;
                }

                // Which of several of one name does not matter: where one is ignored the others are somebody else's or are ignored here in vain.
                if (ids[(ignored.Key.Kind, ignored.Key.Name.ToUpperInvariant())].ToList() is not [var id])
                {
                    continue;
                }

                statistics.Count($"ignored {ignored.Key.Kind}.{ignored.Setting}", true);
                Assert.True(IsSame(leaf, ValueIn(was, id, leaf), ValueIn(now, id, leaf)), $"{ignored.Key}.{ignored.Setting} was {ValueIn(was, id, leaf)} and is {ValueIn(now, id, leaf)}");
                foreach (var member in leaf.Field.Graph.Select(path => path.Split('.')).Where(path => table.GraphTypes.Contains(path[0])).Select(path => path[1]).Where(member => member[0] != '@'))
                {
                    var (old, fresh) = (before.Find(id)?.Own[member], after.Find(id)?.Own[member]);
                    Assert.True(Objects.Same(old, fresh), $"{ignored.Key}.{member} was {old?.ToJsonString()} and is {fresh?.ToJsonString()}");
                }
            }
        }, Trial.WithManyIgnores);
        statistics.Require(("updates", 15));
    }

    private static object? ValueIn(TenantSnapshot snapshot, string id, Leaf leaf) =>
        snapshot.Entities.FirstOrDefault(a => a.Id == id) is { } actual ? leaf.Get(actual.Entity) : null;

    // What a value names may be called otherwise now, and the ids are the same.
    private static bool IsSame(Leaf leaf, object? was, object? now) => leaf.Field.Shape is Shape.ListOf { IsSet: true } list && was is not null && now is not null
        ? list.Unpack(was).ToHashSet().SetEquals(list.Unpack(now))
        : Equals(was, now);
}
