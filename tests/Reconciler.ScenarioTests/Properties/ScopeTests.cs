using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Two workspaces can share a tenant: each stays in its scope.</summary>
public sealed class ScopeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Workspaces_of_two_scopes_neither_touch_nor_report_what_is_the_others()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var (one, other) = Halves(trial);
            if (one.Declarations.IsEmpty || other.Declarations.IsEmpty)
            {
                return;
            }

            // A catalog that somebody gave the name of another team's is that team's too.
            var messes = trial.Messes.Where(mess => mess.Kind != MessKind.RenameToAnother).ToEquatableArray();
            var world = World.Of(trial with { Before = WithoutOrganizations(trial.Before), Messes = messes });
            var (first, second) = (world.Plan(one.Load()), world.Plan(other.Load()));
            statistics.Note(first);
            statistics.Note(second);
            Assert.Empty(Reported(first).Intersect(Reported(second)));
            foreach (var (planned, workspace) in (IEnumerable<(PlannedRun, DeclaredWorkspace)>)[(first, one), (second, other)])
            {
                if (!planned.MayApply)
                {
                    continue;
                }

                // Each from the same start: what the one renames or deletes, the other may name.
                var own = world.Copy();
                var before = new Objects(own);
                Assert.All(own.Apply(planned).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
                var losses = new Losses(before, new Objects(own), planned.Plan).Find();
                Assert.True(losses.Count == 0, string.Join("\n", losses));
                Assert.Empty(own.Plan(workspace.Load()).Plan.Changes);
            }
        });
        statistics.Require(("creates", 15), ("updates", 15), ("deletes", 5));
    }

    private static IEnumerable<string> Reported(PlannedRun planned) =>
    [
        .. planned.Plan.Changes.Select(change => change.Id).OfType<string>(),
        .. planned.Plan.Changes.Where(change => change.Id is null).Select(change => $"{change.Key.Kind} {change.Key}"),
        .. planned.Plan.Adopted.Concat(planned.Plan.Gone).Select(key => $"{key.Kind} {key}"),
        .. planned.Plan.Bindings.Concat(planned.Plan.Forgotten).Select(binding => binding.Id),
    ];

    private static (DeclaredWorkspace One, DeclaredWorkspace Other) Halves(Trial trial)
    {
        var catalogs = Texts.Catalogs.Append(Catalog.BuiltInName).ToList();
        var at = trial.Now.Style % (catalogs.Count + 1);
        return (Half(trial, new Scope { Catalogs = [.. catalogs[..at]], Settings = true }), Half(trial, new Scope { Catalogs = [.. catalogs[at..]], TenantRoles = true }));
    }

    // What the one may rename or delete, the other does not name.
    private static DeclaredWorkspace Half(Trial trial, Scope scope)
    {
        var declared = Repair.Of(trial.Now.Declarations.Where(d => scope.Includes(d.Key)), trial.Before.Declarations.Where(d => scope.Includes(d.Key)));

        // A former name that is the other team's would claim what is theirs.
        var own = declared.Select(d => d with { Previously = d.Previously.Where(name => scope.Includes(d.Key.Named(name))).ToEquatableArray() });
        return trial.Now with { Declarations = own.ToEquatableArray(), Ignores = [], Waivers = [], Scope = scope };
    }

    private static DeclaredWorkspace WithoutOrganizations(DeclaredWorkspace workspace) =>
        workspace with { Declarations = Repair.Of(workspace.Declarations.Where(d => d.Key.Kind != EntityKind.ConnectedOrganization), []) };
}
