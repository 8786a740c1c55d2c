using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>
/// Applications and service principals of a seed, both of which are service principals in the directory. Two may have one name.
/// </summary>
internal static class SeedApplications
{
    public static void Read(SeedObject root, TenantStore store)
    {
        foreach (var source in root.Objects("applications"))
        {
            source.AllowOnly("id", "appId", "displayName", "roles");
            Add(store, source, source.Texts("roles"));
        }

        foreach (var source in root.Objects("servicePrincipals"))
        {
            source.AllowOnly("id", "appId", "displayName");
            Add(store, source, roles: []);
        }
    }

    private static void Add(TenantStore store, SeedObject source, IReadOnlyList<string> roles)
    {
        var name = source.Required("displayName");
        var namesakes = store.ServicePrincipals.Count(other => other.Text("displayName") == name);
        var id = source.Id("id") ?? DerivedId.From(store.Organization.Id, Names.ServicePrincipal, name, $"{namesakes}");
        var appId = source.Id("appId") ?? DerivedId.From(id, "application");
        source.RefuseTwice("roles", roles);
        if (store.Directory.Any(other => other.HasId(id)))
        {
            throw new SeedException($"{source.Pointer}/id: '{id}' is listed twice.");
        }

        if (store.ServicePrincipals.Exists(other => string.Equals(other.Text("appId"), appId, StringComparison.OrdinalIgnoreCase)))
        {
            throw new SeedException($"{source.Pointer}/appId: '{appId}' is listed twice.");
        }

        store.ServicePrincipals.Add(new(Names.ServicePrincipal, new JsonObject
        {
            ["id"] = id,
            ["displayName"] = name,
            ["appDisplayName"] = name,
            ["appId"] = appId,
            ["accountEnabled"] = true,
            ["appRoles"] = new JsonArray([.. roles.Select(role => Role(id, role))]),
            ["servicePrincipalNames"] = new JsonArray(appId),
            ["servicePrincipalType"] = "Application",
        }));
    }

    private static JsonObject Role(string servicePrincipalId, string name) => new()
    {
        ["id"] = DerivedId.From(servicePrincipalId, "appRole", name),
        ["allowedMemberTypes"] = new JsonArray("User"),
        ["description"] = name,
        ["displayName"] = name,
        ["isEnabled"] = true,
        ["origin"] = "Application",
        ["value"] = name.Replace(" ", "", StringComparison.Ordinal),
    };
}
