using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.Serving.SignIn;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Serving.Control;

/// <summary>
/// A token with any grants, for any principal: <c>{ "roles": [ … ], "scp": [ … ], "principal": "an id, a user's name or an application's id", "lifetime": "PT1H" }</c>.
/// With <c>scp</c> it is a signed-in user's.
/// </summary>
internal static class TokenRequest
{
    private const string Nobody = "00000000-0000-4000-8000-00000000e000";

    private static readonly string[] Known = ["roles", "scp", "principal", "lifetime", "appid"];

    public static Reply Answer(EmulatedTenant tenant, TokenMint mint, Incoming request)
    {
        var body = request.Json() ?? throw new JsonException("The body is no JSON object.");
        if (body.Select(member => member.Key).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
        {
            throw new JsonException($"'{unknown}' is not known; there are {string.Join(", ", Known)}.");
        }

        var order = new TokenOrder(Text(body, "appid") ?? Nobody, Principal(tenant, Text(body, "principal")))
        {
            Roles = Grants(body["roles"]),
            Scopes = Grants(body["scp"]),
            Lifetime = Text(body, "lifetime") is not { } written ? TokenOrder.UsualLifetime
                : ScalarCheck.TryDuration(written, out var lifetime) ? lifetime
                : throw new JsonException("'lifetime' is a duration such as PT1H."),
        };
        return Reply.Json(200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)order.Lifetime.TotalSeconds,
            ["access_token"] = mint.Mint(order, $"{request.Authority}/{tenant.TenantId}/v2.0"),
        });
    }

    private static string? Principal(EmulatedTenant tenant, string? name)
    {
        lock (tenant.Gate)
        {
            return name is null ? null
                : tenant.Store.Directory.FirstOrDefault(one => one.HasId(name) || Has(one, "userPrincipalName", name) || Has(one, "appId", name))?.Id
                    ?? throw new JsonException($"The directory has no '{name}': 'principal' is an object's id, a user's userPrincipalName or an application's appId.");
        }
    }

    private static bool Has(Entity entity, string member, string value) => string.Equals(entity.Text(member), value, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<string> Grants(JsonNode? value) => value switch
    {
        null => [],
        JsonValue text when text.TryGetValue<string>(out var written) => [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        JsonArray list when list.All(one => one?.GetValueKind() is JsonValueKind.String) => [.. list.Select(one => (string?)one ?? "")],
        _ => throw new JsonException("'roles' and 'scp' are lists of texts."),
    };

    private static string? Text(JsonObject body, string member) => body[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => throw new JsonException($"'{member}' is a text."),
    };
}
