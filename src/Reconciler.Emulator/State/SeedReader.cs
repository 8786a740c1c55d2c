using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Makes a fresh tenant from a seed: the directory a real tenant would already have.</summary>
internal static class SeedReader
{
    public static TenantStore Read(JsonObject seed, TimeProvider time)
    {
        var root = new SeedObject(StateFormat.Reread(seed), "");
        root.AllowOnly("organization", "users", "groups", "applications", "sites", "invitations");
        RefuseLater(root);
        var now = Timestamp.Write(time.GetUtcNow());
        var organization = Organization(root);
        var store = new TenantStore(organization, new(Names.Settings, TenantDefaults.Settings()));
        SeedUsers.Read(root, store, now);
        SeedGroups.Read(root, store, now);
        store.Catalogs.Add(TenantDefaults.GeneralCatalog(DerivedId.From(organization.Id, "catalog", "General"), now));
        return store;
    }

    private static void RefuseLater(SeedObject root)
    {
        foreach (var list in (string[])["applications", "sites"])
        {
            if (root.Objects(list).FirstOrDefault() is { } entry)
            {
                throw new SeedException($"{entry.Pointer}: {list} are not supported by this build yet.");
            }
        }

        if (root.Object("invitations") is { } invitations)
        {
            invitations.AllowOnly("blockedDomains", "allowedDomains");
            if (invitations.Texts("blockedDomains").Concat(invitations.Texts("allowedDomains")).Any())
            {
                throw new SeedException($"{invitations.Pointer}: invitations are not supported by this build yet.");
            }
        }
    }

    private static Organization Organization(SeedObject root)
    {
        var source = root.Object("organization") ?? throw new SeedException("/organization: it is required.");
        source.AllowOnly("name", "tenantId", "domain");
        var domain = source.Required("domain");
        return new(source.Id("tenantId") ?? DerivedId.From("organization", domain), source.Required("name"), domain);
    }
}
