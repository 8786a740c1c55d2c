using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Does a <see cref="Mess"/> to the state of an emulated tenant.</summary>
internal sealed class Hand(JsonObject state)
{
    private static readonly string[] Names = [.. Texts.Catalogs, .. Texts.Packages, .. Texts.Policies, "By hand", "by HAND", "Ledger ", "General", " padded", "zero\u200Bwidth"];

    private int _made;

    private List<JsonObject> Catalogs => Items(state, "catalogs");

    private List<JsonObject> Packages => [.. Catalogs.SelectMany(c => Items(c, "accessPackages"))];

    private List<JsonObject> Policies => [.. Packages.SelectMany(p => Items(p, "assignmentPolicies"))];

    public void Do(Mess mess)
    {
        var (at, with) = (mess.At, mess.With);
        var name = Pick(Names, with);
        switch (mess.Kind)
        {
            case MessKind.AddCatalog:
                Add(state, "catalogs", New(name));
                break;
            case MessKind.AddPackage when One(Catalogs, at) is { } catalog:
                Add(catalog, "accessPackages", New(name));
                break;
            case MessKind.AddPolicy when One(Packages, at) is { } package:
                Add(package, "assignmentPolicies", New(name));
                break;
            case MessKind.Duplicate when One(Policies, at) is { Parent.Parent: JsonObject package } policy:
                Add(package, "assignmentPolicies", New($"{policy["displayName"]}"));
                break;
            case MessKind.Rename when One(Everything(), at) is { } some:
                some["displayName"] = $"{some["displayName"]} ({with})";
                break;
            case MessKind.RenameToAnother when One(Everything(), at) is { } some:
                some["displayName"] = name;
                break;
            case MessKind.Change when One([.. Catalogs, .. Packages], at) is { } some:
                Change(some, with);
                break;
            case MessKind.ChangePolicy when One(Policies, at) is { } policy:
                PolicyHand.Change(policy, with);
                break;
            case MessKind.Enrich when One(Policies, at) is { } policy:
                PolicyHand.Enrich(policy, with, NewId);
                break;
            case MessKind.Escalate when One(Policies, at) is { } policy:
                PolicyHand.Escalate(policy);
                break;
            case MessKind.Unmodel when One(Policies, at) is { } policy:
                PolicyHand.Unmodel(policy, with);
                break;
            case MessKind.Dangle when One(Policies, at) is { } policy:
                PolicyHand.Dangle(policy, with);
                break;
            case MessKind.Assign when One(Policies, at) is { Parent.Parent: JsonObject package } policy:
                Assign(package, policy, with);
                break;
            case MessKind.Settings:
                state["settings"] = new JsonObject
                {
                    ["externalUserLifecycleAction"] = Pick(["none", "blockSignIn", "blockSignInAndDelete"], with),
                    ["durationUntilExternalUserDeletedAfterBlocked"] = $"P{with}D",
                };
                break;
            case MessKind.Review when One(Policies, at) is { } policy:
                PolicyHand.Review(policy, with);
                break;
            case MessKind.Automate when One(Policies, at) is { } policy:
                PolicyHand.Automate(policy, with);
                break;
            case MessKind.Repoint when Items(state, "groups").Exists(group => $"{group["id"]}" == Pick(KnownDirectory.GroupIds, at)):
                Repoint(state, Pick(KnownDirectory.GroupIds, at));
                break;
            case MessKind.Alike when One(Policies, at) is { Parent.Parent: JsonObject package } policy:
                Add(package, "assignmentPolicies", Likeness(policy, with));
                break;
            case MessKind.Vanish when One([.. Items(state, "users"), .. Items(state, "groups"), .. Items(state, "servicePrincipals")], at) is { Parent: JsonArray directory } some:
                directory.Remove(some);
                break;
            default:
                DoToResources(mess);
                new PlaceHand(state, NewId).Do(mess);
                break;
        }
    }

    /// <summary>Takes its name from a group and gives it to a new one.</summary>
    public static string Repoint(JsonObject state, string id)
    {
        var old = Items(state, "groups").First(group => string.Equals($"{group["id"]}", id, StringComparison.OrdinalIgnoreCase));
        var fresh = Enumerable.Range(Items(state, "groups").Count, 1000).Select(n => $"ffffffff-0000-4000-8000-{n:d12}").First(free => !Items(state, "groups").Exists(group => $"{group["id"]}" == free));
        var another = (JsonObject)old.DeepClone();
        another["id"] = fresh;
        old["displayName"] = $"{old["displayName"]} (old)";
        Add(state, "groups", another);
        return fresh;
    }

    private JsonObject Likeness(JsonObject policy, int with)
    {
        var likeness = (JsonObject)policy.DeepClone();
        likeness["id"] = NewId();
        likeness["displayName"] = $"{policy["displayName"]} {with}";
        foreach (var question in Items(likeness, "questions"))
        {
            question["id"] = NewId();
        }

        if (likeness["expiration"] is JsonObject expiration && expiration.ContainsKey("duration") && expiration["duration"] is not null)
        {
            expiration["duration"] = $"P{with + 1}D";
        }

        return likeness;
    }

    private void DoToResources(Mess mess)
    {
        var group = Pick(KnownDirectory.GroupIds, mess.With);
        switch (mess.Kind)
        {
            case MessKind.AddResource when One(Catalogs, mess.At) is { } catalog && Items(catalog, "resources").TrueForAll(r => $"{r["originId"]}" != group):
                Add(catalog, "resources", new JsonObject { ["id"] = NewId(), ["originId"] = group });
                break;
            case MessKind.AddApplication when One(Catalogs, mess.At) is { } catalog:
                Add(catalog, "resources", new JsonObject
                {
                    ["id"] = NewId(),
                    ["originId"] = NewId(),
                    ["originSystem"] = "AadApplication",
                    ["displayName"] = "Some application",
                });
                break;
            case MessKind.AddRole when One(Packages, mess.At) is { Parent.Parent: JsonObject catalog } package && One(Items(catalog, "resources"), mess.With) is { } resource:
                var role = $"{(mess.With % 2 == 0 ? "Member" : "Owner")}_{resource["originId"]}";
                if ($"{resource["originSystem"] ?? "AadGroup"}" == "AadGroup" && Items(package, "resourceRoleScopes").TrueForAll(s => $"{s["role"]?["originId"]}" != role))
                {
                    Add(package, "resourceRoleScopes", new JsonObject { ["role"] = new JsonObject { ["originId"] = role } });
                }

                break;
            case MessKind.TakeRole when One(Packages.SelectMany(p => Items(p, "resourceRoleScopes")).ToList(), mess.At) is { Parent: JsonArray scopes } scope:
                scopes.Remove(scope);
                break;
            case MessKind.Delete when One(Everything(), mess.At) is { Parent: JsonArray siblings } some && $"{some["catalogType"]}" != "serviceDefault":
                siblings.Remove(some);
                ForgetAssignments();
                break;
        }
    }

    private static void Change(JsonObject some, int with)
    {
        var isCatalog = some.ContainsKey("catalogType");
        switch (with % 4)
        {
            case 0:
                some["description"] = null;
                break;
            case 1 when isCatalog:
                some["state"] = $"{some["state"]}" == "published" ? "unpublished" : "published";
                break;
            case 2 when isCatalog:
                some["isExternallyVisible"] = some["isExternallyVisible"]?.GetValue<bool>() != true;
                break;
            case 1 or 2:
                some["isHidden"] = some["isHidden"]?.GetValue<bool>() != true;
                break;
            default:
                some["description"] = $"By hand, {with}\n";
                break;
        }
    }

    private void Assign(JsonObject package, JsonObject policy, int with) => Add(state, "assignments", new JsonObject
    {
        ["id"] = NewId(),
        ["state"] = with % 3 == 0 ? "expired" : "delivered",
        ["accessPackageId"] = package["id"]?.DeepClone(),
        ["assignmentPolicyId"] = policy["id"]?.DeepClone(),
        ["targetId"] = Pick(KnownDirectory.UserIds, with),
    });

    private void ForgetAssignments()
    {
        var ids = Packages.Concat(Policies).Select(o => $"{o["id"]}").ToHashSet();
        foreach (var assignment in Items(state, "assignments").Where(a => !ids.Contains($"{a["accessPackageId"]}") || !ids.Contains($"{a["assignmentPolicyId"]}")))
        {
            (assignment.Parent as JsonArray)?.Remove(assignment);
        }

        foreach (var package in Packages.Where(p => p["incompatibleAccessPackages"] is JsonArray))
        {
            package["incompatibleAccessPackages"] = new JsonArray([.. ((JsonArray)package["incompatibleAccessPackages"]!).Where(id => ids.Contains($"{id}")).Select(id => id?.DeepClone())]);
        }
    }

    private List<JsonObject> Everything() => [.. Catalogs, .. Packages, .. Packages, .. Policies, .. Policies];

    private JsonObject New(string name) => new() { ["id"] = NewId(), ["displayName"] = name };

    private string NewId() => $"dddddddd-0000-4000-8000-{++_made:d12}";

    private static void Add(JsonObject owner, string member, JsonObject made)
    {
        if (owner[member] is not JsonArray list)
        {
            owner[member] = list = [];
        }

        list.Add(made);
    }

    private static List<JsonObject> Items(JsonObject owner, string member) => (owner[member] as JsonArray ?? []).OfType<JsonObject>().ToList();

    private static JsonObject? One(List<JsonObject> all, int at) => all.Count == 0 ? null : all[at % all.Count];

    private static T Pick<T>(IReadOnlyList<T> all, int at) => all[at % all.Count];
}
