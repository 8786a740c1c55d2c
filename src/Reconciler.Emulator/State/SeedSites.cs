using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>SharePoint sites of a seed, and the environments of a tenant that spans several geographies (contract 4.6).</summary>
internal static class SeedSites
{
    public static void Read(SeedObject root, TenantStore store, string now)
    {
        foreach (var source in root.Objects("environments"))
        {
            source.AllowOnly("id", "displayName", "originId", "default");
            AddEnvironment(store, source, now);
        }

        foreach (var source in root.Objects("sites"))
        {
            source.AllowOnly("url", "displayName", "roles", "environment");
            AddSite(store, source, now);
        }
    }

    private static void AddEnvironment(TenantStore store, SeedObject source, string now)
    {
        var originId = Address(source, "originId");
        if (store.Environments.Exists(other => SiteAddress.Same(other.Text("originId"), originId)))
        {
            throw new SeedException($"{source.Pointer}/originId: '{originId}' is listed twice.");
        }

        var isDefault = source.Flag("default");
        if (isDefault && store.Environments.Exists(other => other.Is("isDefaultEnvironment")))
        {
            throw new SeedException($"{source.Pointer}/default: another environment is the default one already.");
        }

        store.Environments.Add(new(Names.Environment, new JsonObject
        {
            ["id"] = source.Id("id") ?? DerivedId.From(store.Organization.Id, "environment", originId.ToUpperInvariant()),
            ["displayName"] = source.Text("displayName") ?? originId,
            ["description"] = source.Text("displayName") ?? originId,
            ["originId"] = originId,
            ["originSystem"] = Names.SharePointOnline,
            ["isDefaultEnvironment"] = isDefault,
            ["connectionInfo"] = new JsonObject { ["url"] = originId },
            ["createdDateTime"] = now,
            ["modifiedDateTime"] = now,
        }));
    }

    private static void AddSite(TenantStore store, SeedObject source, string now)
    {
        var url = Address(source, "url").TrimEnd('/');
        if (store.Sites.Exists(other => SiteAddress.Same(other.Text("webUrl"), url)))
        {
            throw new SeedException($"{source.Pointer}/url: '{url}' is listed twice.");
        }

        var roles = source.Texts("roles");
        source.RefuseTwice("roles", roles);
        var environment = source.Text("environment");
        if (environment is not null && !store.Environments.Exists(known => SiteAddress.Same(known.Text("originId"), environment)))
        {
            throw new SeedException($"{source.Pointer}/environment: there is no environment '{environment}'.");
        }

        var host = new Uri(url).Host;
        var name = Uri.UnescapeDataString(url.Split('/')[^1]);
        store.Sites.Add(new(Names.Site, new JsonObject
        {
            ["id"] = $"{host},{DerivedId.From(host, "siteCollection", url.ToUpperInvariant())},{DerivedId.From(host, "web", url.ToUpperInvariant())}",
            ["displayName"] = source.Text("displayName") ?? name,
            ["name"] = name,
            ["webUrl"] = url,
            ["siteCollection"] = new JsonObject { ["hostname"] = host },
            [Names.SiteEnvironment] = environment,
            [Names.SiteRoles] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]),
            ["createdDateTime"] = now,
            ["lastModifiedDateTime"] = now,
        }));
    }

    private static string Address(SeedObject source, string key) =>
        source.Required(key) is var text && SiteAddress.IsOne(text)
            ? text
            : throw new SeedException($"{source.Pointer}/{key}: '{source.Text(key)}' is no address that starts with https://.");
}
