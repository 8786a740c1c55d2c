using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>Finds what a run changed without having been told to: compares two states member by member with what the plan said.</summary>
internal sealed class Losses(Objects before, Objects after, Plan plan)
{
    // What the wire needs beside the member that the table names.
    private static readonly string[] BesideTheTable = ["specificAllowedTargets", "type", "duration", "endDateTime", "isApprovalRequiredForAdd", "@odata.type", "url"];

    // Lists that are replaced whole and yet may lose nothing of what stays in them.
    private static readonly string[] ByIdentity =
    [
        "specificAllowedTargets", "primaryApprovers", "fallbackPrimaryApprovers", "escalationApprovers", "fallbackEscalationApprovers", "primaryReviewers", "fallbackReviewers",
        "onBehalfRequestors", "customExtensionStageSettings",
    ];

    // Lists whose items come and go one by one.
    private static readonly string[] ValueLists =
        ["resources", "resourceRoleScopes", "incompatibleAccessPackages", "incompatibleGroups", "internalSponsors", "externalSponsors"];

    private readonly List<string> _found = [];

    private readonly HashSet<string> _deleted = plan.Changes.OfType<PlannedChange.Delete>().Select(d => d.Actual.Id).ToHashSet();

    public IReadOnlyList<string> Find()
    {
        foreach (var was in before.All)
        {
            if (after.Find(was.Id) is { } now)
            {
                Compare(was, now, plan.Changes.FirstOrDefault(c => c.Id == was.Id));
            }
            else if (!_deleted.Contains(was.Id) && !_deleted.Contains(was.ParentId ?? ""))
            {
                _found.Add($"{was.Kind} \"{was.Name}\" is gone, and the plan did not say so");
            }
        }

        foreach (var section in (string[])["organization", "users", "groups", "servicePrincipals", "sites", "environments", "invitations"])
        {
            Expect(before.State[section], after.State[section], section);
        }

        if (!plan.Changes.Any(c => c.Key.Kind == EntityKind.Settings))
        {
            Expect(before.State["settings"], after.State["settings"], "settings");
        }

        Assigned("assignments", a => $"{a["state"]}" == "delivered");
        Assigned("assignmentRequests", _ => true);
        HeldRoles("/", plan.Changes.FirstOrDefault(c => c.Key.Kind == EntityKind.TenantRoles));

        return _found;
    }

    /// <summary>Nobody loses what was assigned; what is new was planned.</summary>
    private void Assigned(string section, Func<JsonObject, bool> isKept)
    {
        var now = Objects.Items(after.State, section).ToDictionary(Objects.Id);
        var old = Objects.Items(before.State, section).ToList();
        foreach (var one in old.Where(isKept))
        {
            Expect(one, now.GetValueOrDefault(Objects.Id(one)), $"one of {section}");
        }

        var made = now.Keys.Except(old.Select(Objects.Id)).Count();
        var planned = plan.Changes.OfType<PlannedChange.Create>().Count(c => c.Key.Kind == EntityKind.DirectAssignment);
        if (made != planned)
        {
            _found.Add($"{made} {section} were made, the plan said {planned}");
        }
    }

    /// <summary>Roles of entitlement management are given and taken where the plan says so, and by as many as it says.</summary>
    private void HeldRoles(string scope, PlannedChange? change)
    {
        var (old, fresh) = (before.RoleHolders(scope), after.RoleHolders(scope));
        var (gone, come) = (old.Except(fresh).ToList(), fresh.Except(old).ToList());
        var said = change?.Fields.Where(f => change.Key.Kind != EntityKind.Catalog || f.Path.StartsWith("delegates", StringComparison.Ordinal)).ToList() ?? [];
        if (gone.Count > said.Count(f => f.Kind == FieldChangeKind.Removed) || (come.Count > 0 && said.Count == 0))
        {
            _found.Add($"{change?.Key}: took {string.Join(", ", gone)}; gave {string.Join(", ", come)}");
        }
    }

    private void Compare(StateObject was, StateObject now, PlannedChange? change)
    {
        var at = $"{was.Kind} \"{was.Name}\"";
        if (was.ParentId != now.ParentId)
        {
            _found.Add($"{at} moved");
        }

        if (was.Kind == EntityKind.Catalog)
        {
            HeldRoles(was.Id, change);
        }

        var written = change is null ? [] : Language.Of(was.Kind).Leaves.Where(leaf => change.Fields.Any(c => IsOf(c, leaf.Path))).ToList();

        // Who may request and who is assigned without a request are in each other's place.
        var others = written.Exists(leaf => leaf.Path is "requestors" or "automatic") ? ["automaticRequestSettings", "requestorSettings"] : Array.Empty<string>();
        var roots = written.SelectMany(leaf => RootsOf(leaf.Field)).Concat(others).ToHashSet();
        var leaves = written.SelectMany(leaf => LeavesOf(leaf.Field)).Concat(BesideTheTable).ToHashSet();
        foreach (var member in Names(was.Own, now.Own))
        {
            var isFree = change is not null && (member is "modifiedDateTime" or "lastModifiedDateTime" || (member == "displayName" && change is PlannedChange.Rename));
            if (ValueLists.Contains(member))
            {
                Kept(was.Own, now.Own, member, change, at);
            }
            else if (!roots.Contains(member))
            {
                Expect(isFree ? null : was.Own[member], isFree ? null : now.Own[member], $"{at}.{member}");
            }
            else
            {
                Inside(was.Own[member], now.Own[member], member, leaves, $"{at}.{member}");
            }
        }
    }

    /// <summary>Items of a value list go and come only where the plan says so, and what stays is the same one.</summary>
    private void Kept(JsonObject was, JsonObject now, string member, PlannedChange? change, string at)
    {
        var leaf = Language.Tables.SelectMany(table => table.Leaves).First(l => l.IsValueList && RootsOf(l.Field).Contains(member));
        var lines = change?.Fields.Where(f => IsOf(f, leaf.Path)).ToList() ?? [];
        var fresh = ItemsOf(now, member).ToDictionary(IdOf, StringComparer.OrdinalIgnoreCase);
        var old = ItemsOf(was, member).ToDictionary(IdOf, StringComparer.OrdinalIgnoreCase);
        foreach (var (id, item) in old.Where(pair => fresh.ContainsKey(pair.Key)))
        {
            var mayAsk = member == "resources" && lines.Exists(f => f.Path.Contains(".attributes", StringComparison.Ordinal));
            Expect(mayAsk ? Without(item, "attributes") : item, mayAsk ? Without(fresh[id], "attributes") : fresh[id], $"{at}.{member}");
        }

        var gone = old.Keys.Except(fresh.Keys, StringComparer.OrdinalIgnoreCase).Count(id => member != "incompatibleAccessPackages" || !_deleted.Contains(id));
        var removed = lines.Count(f => f.Kind == FieldChangeKind.Removed && !f.Path[leaf.Path.Length..].Contains('.', StringComparison.Ordinal));
        if (gone > removed || (lines.Count == 0 && fresh.Count > old.Count))
        {
            _found.Add($"{at}.{member}: {gone} items went, the plan said {removed}; {fresh.Count} are there of {old.Count}");
        }
    }

    private static bool IsOf(FieldChange change, string path) =>
        change.Path == path || change.Path.StartsWith($"{path}.", StringComparison.Ordinal) || change.Path.StartsWith($"{path}[", StringComparison.Ordinal);

    private static IEnumerable<JsonNode> ItemsOf(JsonObject owner, string member) => (owner[member] as JsonArray ?? []).OfType<JsonNode>();

    private static string IdOf(JsonNode item) => item is JsonObject owner ? Objects.Id(owner) : $"{item}";

    private static JsonNode Without(JsonNode item, string member)
    {
        var rest = item.DeepClone();
        (rest as JsonObject)?.Remove(member);
        (rest as JsonObject)?.Remove("modifiedDateTime");
        return rest;
    }

    private void Inside(JsonNode? was, JsonNode? now, string member, HashSet<string> leaves, string at)
    {
        switch (was, now)
        {
            // What a question and its choices hold beside the model goes with the question.
            case (JsonArray, JsonArray) when member is "questions" or "choices" or "localizations" or "identitySources":
                break;
            case (JsonArray old, JsonArray fresh) when ByIdentity.Contains(member):
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

    private static string IdentityOf(JsonObject subject) => string.Join(' ', ((string[])["@odata.type", "userId", "groupId", "managerLevel", "connectedOrganizationId", "servicePrincipalId", "membershipRule", "stage", "tenantId", "domainName"])
        .Select(member => $"{subject[member]}").Append(Objects.Id(subject["customExtension"]))).ToUpperInvariant();

    private static IEnumerable<string> RootsOf(Field field) =>
        field.Graph.Select(path => path.Split('.')[^1]);

    private static IEnumerable<string> LeavesOf(Field field) => Paths(field).Select(path => path.Split('.')[^1]);

    private static IEnumerable<string> Paths(Field field) => field.Graph.Concat(Paths(field.Shape));

    private static IEnumerable<string> Paths(Shape shape) => shape switch
    {
        Shape.Group group => group.Fields.SelectMany(Paths),
        Shape.Union union => union.Forms.SelectMany(form => Paths(form.Shape)),
        Shape.ListOf list => Paths(list.Item),
        Shape.MapOf map => Paths(map.Item),
        _ => [],
    };
}
