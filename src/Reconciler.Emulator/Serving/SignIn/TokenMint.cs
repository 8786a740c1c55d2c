using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Reconciler.Emulator.Serving.Access;

namespace Reconciler.Emulator.Serving.SignIn;

/// <summary>Makes access tokens, and knows its own again. Its key lives as long as the server.</summary>
internal sealed class TokenMint(EmulatedTenant tenant) : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Mint(TokenOrder order, string issuer)
    {
        var now = tenant.Options.Time.GetUtcNow();
        var claims = new JsonObject
        {
            ["aud"] = order.Audience,
            ["iss"] = issuer,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + order.Lifetime).ToUnixTimeSeconds(),
            ["appid"] = order.ApplicationId,
            ["oid"] = order.PrincipalId,
            ["sub"] = order.PrincipalId,
            ["tid"] = tenant.TenantId,
            ["ver"] = "1.0",
            ["idtyp"] = order.Scopes.IsEmpty ? "app" : "user",
        };
        if (order.Scopes.IsEmpty)
        {
            claims["roles"] = new JsonArray([.. order.Roles.Select(role => JsonValue.Create(role))]);
        }
        else
        {
            claims["scp"] = string.Join(' ', order.Scopes);
        }

        var signed = $"{Encode(new JsonObject { ["typ"] = "JWT", ["alg"] = "ES256", ["kid"] = KeyId })}.{Encode(claims)}";
        return $"{signed}.{WebEncoders.Base64UrlEncode(_key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>Who the token speaks for, or why it is refused.</summary>
    public (Caller? Caller, string Why) Read(string token)
    {
        if (token.Split('.') is not [var header, var payload, var signature])
        {
            return (null, "CompactToken parsing failed with error code: 80049217");
        }

        try
        {
            if (!_key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{payload}"), WebEncoders.Base64UrlDecode(signature), HashAlgorithmName.SHA256)
                || JsonNode.Parse(WebEncoders.Base64UrlDecode(payload)) is not JsonObject claims)
            {
                return (null, "Access token validation failure. Invalid signature.");
            }

            return tenant.Options.Time.GetUtcNow().ToUnixTimeSeconds() >= (long?)claims["exp"]
                ? (null, "Lifetime validation failed, the token is expired.")
                : (CallerOf(claims), "");
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or CryptographicException)
        {
            return (null, "CompactToken parsing failed with error code: 80049217");
        }
    }

    /// <summary>The public half of the key, as a set of JSON web keys.</summary>
    public JsonObject Keys()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new()
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "EC",
                ["use"] = "sig",
                ["crv"] = "P-256",
                ["kid"] = KeyId,
                ["x"] = WebEncoders.Base64UrlEncode(point.X ?? []),
                ["y"] = WebEncoders.Base64UrlEncode(point.Y ?? []),
            }),
        };
    }

    public void Dispose() => _key.Dispose();

    private string KeyId => field ??= WebEncoders.Base64UrlEncode(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())[..20]);

    private static Caller CallerOf(JsonObject claims)
    {
        var scopes = (string?)claims["scp"];
        var grants = scopes?.Split(' ') ?? (claims["roles"] as JsonArray)?.Select(role => (string?)role ?? "") ?? [];
        return new((string?)claims["oid"], scopes is not null, grants.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
