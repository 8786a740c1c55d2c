using System.Text.Json.Nodes;
using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.Planning;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>With <c>--no-removals</c> nothing goes: no object, no item of a list, nobody out of a policy that still lists people.</summary>
public sealed class NoRemovalsTests(ITestOutputHelper output)
{
    private const string Listed = "specificDirectoryUsers";

    [Fact]
    public async Task Nothing_is_taken_away_and_the_next_plan_is_silent()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var world = World.Of(trial);
            var loaded = trial.Now.Load();
            var planned = statistics.Note(world.Plan(loaded, noRemovals: true));
            if (!planned.MayApply)
            {
                return;
            }

            statistics.Count("held back", !planned.Plan.HeldBack.IsEmpty);
            var before = new Objects(world);
            Assert.DoesNotContain(planned.Plan.Changes, c => c is PlannedChange.Delete || c.Fields.Any(f => f.Kind == FieldChangeKind.Removed));
            Assert.All(world.Apply(planned).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));

            var after = new Objects(world);
            var taken = before.All.SelectMany(was => after.Find(was.Id) is { } now ? Taken(was, now) : [$"{was.Kind} \"{was.Name}\""]).ToList();
            taken.AddRange(before.RoleHolders(null).Except(after.RoleHolders(null)));
            Assert.True(taken.Count == 0, string.Join("\n", taken));
            Assert.Empty(world.Plan(loaded, noRemovals: true).Plan.Changes);
        });
        statistics.Require(("creates", 20), ("updates", 20), ("renames", 10), ("held back", 20));
    }

    private static IEnumerable<string> Taken(StateObject was, StateObject now) => was.Kind switch
    {
        EntityKind.Catalog => Missing(Objects.Items(was.Own, "resources").Select(Objects.Id), Objects.Items(now.Own, "resources").Select(Objects.Id)),
        EntityKind.AccessPackage => Missing(Objects.Items(was.Own, "resourceRoleScopes").Select(Objects.Id), Objects.Items(now.Own, "resourceRoleScopes").Select(Objects.Id))
            .Concat(Gone(was, now, "incompatibleAccessPackages")).Concat(Gone(was, now, "incompatibleGroups")),
        EntityKind.ConnectedOrganization => Gone(was, now, "internalSponsors").Concat(Gone(was, now, "externalSponsors")),
        EntityKind.CustomExtension => [],
        _ => TakenFromPolicy(was.Own, now.Own),
    };

    // Another form of a setting (listed people, everybody; approval of extensions only) is a change and no removal.
    private static IEnumerable<string> TakenFromPolicy(JsonObject was, JsonObject now)
    {
        var people = $"{was["allowedTargetScope"]}" == Listed && $"{now["allowedTargetScope"]}" == Listed && !IsAutomatic(now)
            ? Missing(Subjects(was, "specificAllowedTargets"), Subjects(now, "specificAllowedTargets"))
            : [];
        var (stages, kept) = (Stages(was), Stages(now));
        if (kept.Count == 0 || was["requestApprovalSettings"]?["isApprovalRequiredForAdd"]?.GetValue<bool>() != true)
        {
            return people;
        }

        return people
            .Concat(stages.Count > kept.Count ? [$"a stage of {was["displayName"]}"] : [])
            .Concat(stages.Zip(kept).SelectMany(pair =>
                Missing(Subjects(pair.First, "primaryApprovers"), Subjects(pair.Second, "primaryApprovers"))
                    .Concat(Missing(Subjects(pair.First, "fallbackPrimaryApprovers"), Subjects(pair.Second, "fallbackPrimaryApprovers")))));
    }

    private static bool IsAutomatic(JsonObject policy) => policy["automaticRequestSettings"]?["requestAccessForAllowedTargets"]?.GetValue<bool>() == true;

    private static List<JsonObject> Stages(JsonObject policy) => [.. Objects.Items(policy["requestApprovalSettings"], "stages")];

    private static IEnumerable<string> Subjects(JsonObject owner, string member) =>
        Objects.Items(owner, member).Select(s => $"{s["@odata.type"]} {s["userId"]}{s["groupId"]}{s["managerLevel"]}");

    private static IEnumerable<string> Gone(StateObject was, StateObject now, string member) =>
        (was.Own[member] as JsonArray ?? []).Select(item => $"{item}").Except((now.Own[member] as JsonArray ?? []).Select(item => $"{item}")).Select(id => $"{member} of {was.Name}: {id}");

    private static IEnumerable<string> Missing(IEnumerable<string> was, IEnumerable<string> now) => was.Except(now);
}
