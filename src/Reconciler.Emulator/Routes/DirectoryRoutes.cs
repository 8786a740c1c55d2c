using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Users, groups, service principals, and from ids to objects (contract 15).</summary>
internal static class DirectoryRoutes
{
    private const int MostIds = 1000;

    private static readonly string[] UserFilters =
        ["id", "displayName", "userPrincipalName", "mail", "otherMails", "proxyAddresses", "userType", "accountEnabled", "department"];

    private static readonly string[] GroupFilters = ["id", "displayName", "mail", "mailNickname", "mailEnabled", "securityEnabled"];

    private static readonly string[] ServicePrincipalFilters = ["id", "displayName", "appId", "servicePrincipalType"];

    // Other members of a user come only when selected.
    private static readonly string[] UserDefaults = ["id", "displayName", "givenName", "jobTitle", "mail", "surname", "userPrincipalName"];

    public static readonly Route[] All =
    [
        Route.Get("/users", call => call.Page(new Listing(Names.User, call.Store.Users, UserFilters) { DefaultSelect = UserDefaults })),
        Route.Get("/users/{id}", call => call.Ok(User(call), UserDefaults)),
        Route.Get("/groups", call => call.Page(new(Names.Group, call.Store.Groups, GroupFilters))),
        Route.Get("/groups/{id}", call => call.Ok(call.Store.Find(Names.Group, call.Value("id")) ?? throw Missing(call.Value("id")))),
        Route.Get("/servicePrincipals", call => call.Page(new(Names.ServicePrincipal, call.Store.ServicePrincipals, ServicePrincipalFilters))),
        Route.Get("/servicePrincipals(appId='{appId}')", call => call.Ok(OfApplication(call))),
        Route.Get("/servicePrincipals/{id}", call => call.Ok(call.Store.Find(Names.ServicePrincipal, call.Value("id")) ?? throw Missing(call.Value("id")))),
        Route.Get("/directoryObjects/{id}", DirectoryObject),
        Route.Post("/directoryObjects/getByIds", GetByIds) with { Writes = false },
    ];

    private static Entity User(Call call)
    {
        var key = call.Value("id");
        return call.Store.Find(Names.User, key) ?? call.Store.Users.Find(user => string.Equals(user.Text("userPrincipalName"), key, StringComparison.OrdinalIgnoreCase))
            ?? throw Missing(key);
    }

    private static Entity OfApplication(Call call) =>
        call.Store.ServicePrincipals.Find(one => string.Equals(one.Text("appId"), call.Value("appId"), StringComparison.OrdinalIgnoreCase))
        ?? throw Missing(call.Value("appId"));

    private static Answer DirectoryObject(Call call) =>
        call.Ok(call.Store.Find(Names.DirectoryObject, call.Value("id")) ?? throw Missing(call.Value("id")), declaredType: Names.DirectoryObject);

    public static GraphErrorException Missing(string key) => GraphErrorException.NotFound(
        "Request_ResourceNotFound",
        $"Resource '{key}' does not exist or one of its queried reference-property objects are not present.");

    private static Answer GetByIds(Call call)
    {
        var body = call.Body as JsonObject ?? throw Malformed("a body with ids is required.");
        var ids = Texts(body, "ids") ?? throw Malformed("'ids' is required.");
        var types = Texts(body, "types");
        if (ids.Count > MostIds)
        {
            throw Malformed($"'ids' takes {MostIds} ids, not {ids.Count}.");
        }

        if (ids.Find(id => !Guid.TryParse(id, out _)) is { } odd)
        {
            throw Malformed($"Invalid object identifier '{odd}'.");
        }

        var wanted = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = call.Store.Directory
            .Where(entity => wanted.Contains(entity.Id) && types?.Contains(entity.Type, StringComparer.OrdinalIgnoreCase) != false)
            .Select(entity => call.Project(entity, Names.DirectoryObject, call.Query.Shape));
        return new(HttpStatusCode.OK, call.WithContext(new JsonObject { ["value"] = new JsonArray([.. found]) }, ""));
    }

    private static List<string>? Texts(JsonObject body, string member) => body[member] switch
    {
        null => null,
        JsonArray elements when elements.All(element => element?.GetValueKind() is JsonValueKind.String) =>
            [.. elements.OfType<JsonNode>().Select(element => element.GetValue<string>())],
        _ => throw Malformed($"'{member}' is a list of texts."),
    };

    private static GraphErrorException Malformed(string detail) => GraphErrorException.BadRequest("Request_BadRequest", detail);
}
