using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Granting;

/// <summary>
/// What an access token says of whoever it was given to. It is read for advice alone and never checked: who decides is the service. Nothing
/// of it is ever shown.
/// </summary>
internal sealed record TokenClaims(CallerKind Caller, FrozenSet<string> Grants, string? PrincipalId, FrozenSet<string> DirectoryRoles)
{
    /// <summary>The claims; null for a token that does not show them, which nobody promises.</summary>
    public static TokenClaims? Of(string token)
    {
        if (token.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
        {
            return null;
        }

        try
        {
            return WireNode.Parse(Base64Url.DecodeFromChars(payload)) is JsonObject claims ? Of(claims) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TokenClaims? Of(JsonObject claims)
    {
        var isPerson = claims.Text("scp") is not null;

        // An application that was granted nothing has no roles at all, and only its type tells that from a token that hides them.
        if (!isPerson && claims["roles"] is null && claims.Text("idtyp") != "app")
        {
            return null;
        }

        var grants = isPerson ? (claims.Text("scp") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) : Texts(claims["roles"]);
        return new(isPerson ? CallerKind.Person : CallerKind.Application, Set(grants), claims.Text("oid"), Set(Texts(claims["wids"])));
    }

    private static FrozenSet<string> Set(IEnumerable<string> words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(JsonNode? list) =>
        (list as JsonArray ?? []).Where(one => one?.GetValueKind() is JsonValueKind.String).Select(one => one?.GetValue<string>() ?? "");
}
