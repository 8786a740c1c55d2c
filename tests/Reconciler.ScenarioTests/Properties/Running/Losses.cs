using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>Finds what a run changed without having been told to: compares two states member by member with what the plan said.</summary>
internal sealed class Losses(Objects before, Objects after, Plan plan)
{
    // What the wire needs beside the member that the table names.
    private static readonly string[] BesideTheTable = ["specificAllowedTargets", "type", "duration", "endDateTime", "isApprovalRequiredForAdd"];

    private static readonly string[] Subjects = ["specificAllowedTargets", "primaryApprovers", "fallbackPrimaryApprovers"];

    private readonly List<string> _found = [];

    public IReadOnlyList<string> Find()
    {
        var deleted = plan.Changes.OfType<PlannedChange.Delete>().Select(d => d.Actual.Id).ToHashSet();
        foreach (var was in before.All)
        {
            if (after.Find(was.Id) is { } now)
            {
                Compare(was, now, plan.Changes.FirstOrDefault(c => c.Id == was.Id));
            }
            else if (!deleted.Contains(was.Id) && !deleted.Contains(was.ParentId ?? ""))
            {
                _found.Add($"{was.Kind} \"{was.Name}\" is gone, and the plan did not say so");
            }
        }

        foreach (var section in (string[])["organization", "users", "groups"])
        {
            Expect(before.State[section], after.State[section], section);
        }

        if (!plan.Changes.Any(c => c.Key.Kind == EntityKind.Settings))
        {
            Expect(before.State["settings"], after.State["settings"], "settings");
        }

        foreach (var assignment in Objects.Items(before.State, "assignments").Where(a => $"{a["state"]}" == "delivered"))
        {
            Expect(assignment, Objects.Items(after.State, "assignments").FirstOrDefault(a => Objects.Id(a) == Objects.Id(assignment)), "an assignment");
        }

        return _found;
    }

    private void Compare(StateObject was, StateObject now, PlannedChange? change)
    {
        var at = $"{was.Kind} \"{was.Name}\"";
        if (was.ParentId != now.ParentId)
        {
            _found.Add($"{at} moved");
        }

        var written = change is null ? [] : Language.Of(was.Kind).Settings.Where(f => change.Fields.Any(c => c.Path.Split('.', '[')[0] == f.Key)).ToList();
        var roots = written.SelectMany(RootsOf).ToHashSet();
        var leaves = written.SelectMany(LeavesOf).Concat(BesideTheTable).ToHashSet();
        foreach (var member in Names(was.Own, now.Own))
        {
            var isFree = change is not null && (member == "modifiedDateTime" || (member == "displayName" && change is PlannedChange.Rename));
            if (!roots.Contains(member))
            {
                Expect(isFree ? null : was.Own[member], isFree ? null : now.Own[member], $"{at}.{member}");
            }
            else if (member is "resources" or "resourceRoleScopes")
            {
                Kept(was.Own, now.Own, member, change, at);
            }
            else
            {
                Inside(was.Own[member], now.Own[member], member, leaves, $"{at}.{member}");
            }
        }
    }

    /// <summary>Items of a value list go only where the plan says that one does, and what stays is the same one.</summary>
    private void Kept(JsonObject was, JsonObject now, string member, PlannedChange? change, string at)
    {
        var removed = change?.Fields.Count(f => f.Kind == FieldChangeKind.Removed) ?? 0;
        var gone = 0;
        foreach (var item in Objects.Items(was, member))
        {
            var same = Objects.Items(now, member).FirstOrDefault(i => Objects.Id(i) == Objects.Id(item));
            gone += same is null ? 1 : 0;
            if (same is not null || $"{item["originSystem"]}" is not ("" or "AadGroup"))
            {
                Expect(item, same, $"{at}.{member}");
            }
        }

        if (gone != removed)
        {
            _found.Add($"{at}.{member}: {gone} items went, the plan said {removed}");
        }
    }

    private void Inside(JsonNode? was, JsonNode? now, string member, HashSet<string> leaves, string at)
    {
        switch (was, now)
        {
            case (JsonArray old, JsonArray fresh) when Subjects.Contains(member):
                foreach (var subject in old.OfType<JsonObject>())
                {
                    var same = fresh.OfType<JsonObject>().Where(s => IdentityOf(s) == IdentityOf(subject)).ToList();
                    if (same.Count > 0 && !same.Exists(s => Objects.Same(subject, s)))
                    {
                        _found.Add($"{at}: {subject.ToJsonString()} became {same[0].ToJsonString()}");
                    }
                }

                break;
            case (JsonArray old, JsonArray fresh):
                foreach (var (one, index) in old.Zip(fresh).Select((pair, index) => (pair, index)))
                {
                    Inside(one.First, one.Second, member, leaves, $"{at}[{index}]");
                }

                break;
            case (JsonObject old, JsonObject fresh):
                foreach (var name in Names(old, fresh))
                {
                    if (!leaves.Contains(name))
                    {
                        Expect(old[name], fresh[name], $"{at}.{name}");
                    }
                    else if (old[name] is JsonArray)
                    {
                        Inside(old[name], fresh[name], name, leaves, $"{at}.{name}");
                    }
                }

                break;
        }
    }

    private void Expect(JsonNode? was, JsonNode? now, string at)
    {
        if (!Objects.Same(was, now))
        {
            _found.Add($"{at} was {was?.ToJsonString() ?? "nothing"} and is {now?.ToJsonString() ?? "nothing"}");
        }
    }

    private static IEnumerable<string> Names(JsonObject was, JsonObject now) => was.Select(m => m.Key).Union(now.Select(m => m.Key));

    private static string IdentityOf(JsonObject subject) => $"{subject["@odata.type"]} {subject["userId"]} {subject["groupId"]} {subject["managerLevel"]}".ToUpperInvariant();

    private static IEnumerable<string> RootsOf(Field field) =>
        field.Graph.Select(path => path.Split('.')[^1]);

    private static IEnumerable<string> LeavesOf(Field field) => Paths(field).Select(path => path.Split('.')[^1]);

    private static IEnumerable<string> Paths(Field field) => field.Graph.Concat(Paths(field.Shape));

    private static IEnumerable<string> Paths(Shape shape) => shape switch
    {
        Shape.Group group => group.Fields.SelectMany(Paths),
        Shape.Union union => union.Forms.SelectMany(form => Paths(form.Shape)),
        Shape.ListOf list => Paths(list.Item),
        _ => [],
    };
}
