using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>Makes a fresh tenant from a seed: the directory a real tenant would already have.</summary>
internal static class SeedReader
{
    public static TenantStore Read(JsonObject seed, TimeProvider time)
    {
        var root = new SeedObject(StateFormat.Reread(seed), "");
        root.AllowOnly("organization", "users", "groups", "applications", "servicePrincipals", "environments", "sites", "invitations", "subscribedSkus");
        var now = Timestamp.Write(time.GetUtcNow());
        var organization = Organization(root);
        var store = new TenantStore(organization, new(Names.Settings, TenantDefaults.Settings()));
        SeedUsers.Read(root, store, now);
        SeedGroups.Read(root, store, now);
        SeedApplications.Read(root, store);
        SeedSites.Read(root, store, now);
        SeedInvitations.Read(root, store);
        store.SubscribedSkus = root.Copies("subscribedSkus");
        store.Catalogs.Add(TenantDefaults.GeneralCatalog(DerivedId.From(organization.Id, "catalog", "General"), now));
        return store;
    }

    private static Organization Organization(SeedObject root)
    {
        var source = root.Object("organization") ?? throw new SeedException("/organization: it is required.");
        source.AllowOnly("name", "tenantId", "domain");
        var domain = source.Required("domain");
        return new(source.Id("tenantId") ?? DerivedId.From("organization", domain), source.Required("name"), domain);
    }
}
