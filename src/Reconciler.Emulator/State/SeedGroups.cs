using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Groups of a seed. Two may have one name, as in real directories; naming such a group as a member is refused.</summary>
internal static class SeedGroups
{
    private const string RuleOfUnspecified = "(user.accountEnabled -eq true)";

    public static void Read(SeedObject root, TenantStore store, string now)
    {
        var pairs = new List<(SeedObject Source, Entity Group)>();
        foreach (var source in root.Objects("groups"))
        {
            source.AllowOnly("id", "displayName", "description", "owners", "members", "type", "dynamic", "synced", "roleAssignable", "pim");
            var namesakes = store.Groups.Count(group => group.Text("displayName") == source.Required("displayName"));
            var group = Group(source, store.Organization, namesakes, now);
            if (store.Directory.Any(other => other.HasId(group.Id)))
            {
                throw new SeedException($"{source.Pointer}/id: '{group.Id}' is listed twice.");
            }

            store.Groups.Add(group);
            pairs.Add((source, group));
        }

        foreach (var (source, group) in pairs)
        {
            group.SetLinks(Names.Owners, source.Texts("owners").Select((name, index) => User(store, name, $"{source.Pointer}/owners/{index}").Id));
            group.SetLinks(Names.GroupMembers, source.Texts("members").Select((name, index) => Member(store, name, $"{source.Pointer}/members/{index}").Id));
        }
    }

    private static Entity User(TenantStore store, string name, string pointer) =>
        SeedUsers.Find(store, name) ?? throw new SeedException($"{pointer}: there is no user '{name}'.");

    private static Entity Member(TenantStore store, string name, string pointer)
    {
        if (SeedUsers.Find(store, name) is { } user)
        {
            return user;
        }

        var groups = store.Groups.Where(group => group.Text("displayName") == name).Take(2).ToList();
        return groups switch
        {
            [var group] => group,
            [] => throw new SeedException($"{pointer}: there is no user or group '{name}'."),
            _ => throw new SeedException($"{pointer}: more than one group is called '{name}'."),
        };
    }

    private static Entity Group(SeedObject source, Organization organization, int namesakes, string now)
    {
        var name = source.Required("displayName");
        var isMicrosoft365 = source.Text("type") switch
        {
            null or "security" => false,
            "microsoft365" => true,
            var other => throw new SeedException($"{source.Pointer}/type: '{other}' is neither security nor microsoft365."),
        };
        var alias = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var isDynamic = source.Flag("dynamic");
        return new(Names.Group, new JsonObject
        {
            ["id"] = source.Id("id") ?? DerivedId.From(organization.Id, "group", name, $"{namesakes}"),
            ["displayName"] = name,
            ["description"] = source.Text("description"),
            ["groupTypes"] = new JsonArray([.. GroupTypes(isMicrosoft365, isDynamic)]),
            ["securityEnabled"] = !isMicrosoft365,
            ["mailEnabled"] = isMicrosoft365,
            ["mail"] = isMicrosoft365 ? $"{alias}@{organization.Domain}" : null,
            ["mailNickname"] = alias,
            ["onPremisesSyncEnabled"] = source.Flag("synced") ? true : null,
            ["isAssignableToRole"] = source.Flag("roleAssignable") ? true : null,
            [Names.ManagedByPim] = source.Flag("pim") ? true : null,
            ["membershipRule"] = isDynamic ? RuleOfUnspecified : null,
            ["createdDateTime"] = now,
        });
    }

    private static IEnumerable<JsonNode?> GroupTypes(bool isMicrosoft365, bool isDynamic)
    {
        if (isMicrosoft365)
        {
            yield return "Unified";
        }

        if (isDynamic)
        {
            yield return "DynamicMembership";
        }
    }
}
