using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Users of a seed. Managers may be named before they are listed.</summary>
internal static class SeedUsers
{
    public static void Read(SeedObject root, TenantStore store, string now)
    {
        var sources = root.Objects("users").ToList();
        foreach (var source in sources)
        {
            source.AllowOnly("id", "userPrincipalName", "displayName", "manager", "department", "guest", "mail", "accountEnabled", "sponsors");
            var user = User(source, store.Organization.Id, now);
            if (Find(store, source.Required("userPrincipalName")) is not null)
            {
                throw new SeedException($"{source.Pointer}/userPrincipalName: '{source.Text("userPrincipalName")}' is listed twice.");
            }

            if (store.Users.Exists(other => other.HasId(user.Id)))
            {
                throw new SeedException($"{source.Pointer}/id: '{user.Id}' is listed twice.");
            }

            store.Users.Add(user);
        }

        foreach (var source in sources.Where(source => source.Text("manager") is not null))
        {
            var manager = Find(store, source.Required("manager"))
                ?? throw new SeedException($"{source.Pointer}/manager: there is no user '{source.Text("manager")}'.");
            Find(store, source.Required("userPrincipalName"))?.SetLinks(Names.ManagerLink, manager.Id);
        }

        foreach (var source in sources.Where(source => source.Texts("sponsors").Count > 0))
        {
            var sponsors = source.Texts("sponsors").Select((name, index) => Find(store, name)
                ?? throw new SeedException($"{source.Pointer}/sponsors/{index}: there is no user '{name}'."));
            Find(store, source.Required("userPrincipalName"))?.SetLinks(Names.Sponsors, sponsors.Select(sponsor => sponsor.Id));
        }
    }

    public static Entity? Find(TenantStore store, string userPrincipalName) =>
        store.Users.Find(user => string.Equals(user.Text("userPrincipalName"), userPrincipalName, StringComparison.OrdinalIgnoreCase));

    private static Entity User(SeedObject source, string tenantId, string now)
    {
        var name = source.Required("userPrincipalName");
        return new(Names.User, new JsonObject
        {
            ["id"] = source.Id("id") ?? DerivedId.From(tenantId, "user", name.ToUpperInvariant()),
            ["displayName"] = source.Required("displayName"),
            ["userPrincipalName"] = name,
            ["userType"] = source.Flag("guest") ? "Guest" : "Member",
            ["accountEnabled"] = source.Flag("accountEnabled", otherwise: true),
            ["mail"] = source.Text("mail"),
            ["department"] = source.Text("department"),
            ["createdDateTime"] = now,
        });
    }
}
