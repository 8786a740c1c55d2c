using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Http;

namespace Reconciler.Emulator.Serving.SignIn;

/// <summary>The addresses of the authority that a client signs in at: tokens, and what leads to them.</summary>
internal sealed class SignInDoor(EmulatedTenant tenant, TokenEndpoint tokens, TokenMint mint)
{
    /// <summary>Null when the address is none of the authority's.</summary>
    public Reply? Answer(Incoming request)
    {
        string[] segments = [.. request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        return (request.Method, segments) switch
        {
            ("POST", [var name, "oauth2", "v2.0", "token"]) => tokens.Answer(request, name),
            ("GET", [var name, "v2.0", ".well-known", "openid-configuration"]) => Configuration(request, name),
            ("GET", [_, "discovery", "v2.0", "keys"]) => Reply.Json(200, mint.Keys()),
            ("GET", ["common", "discovery", "instance"]) => Instance(request),
            _ => null,
        };
    }

    private Reply Configuration(Incoming request, string name)
    {
        if (!tokens.IsOurs(name))
        {
            return SignInRefusal.UnknownTenant(name, tenant.Options.Time.GetUtcNow(), request.ClientRequestId);
        }

        var authority = $"{request.Authority}/{tenant.TenantId}";
        return Reply.Json(200, new JsonObject
        {
            ["token_endpoint"] = $"{authority}/oauth2/v2.0/token",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt", "client_secret_basic"),
            ["jwks_uri"] = $"{authority}/discovery/v2.0/keys",
            ["issuer"] = $"{authority}/v2.0",
            ["authorization_endpoint"] = $"{authority}/oauth2/v2.0/authorize",
            ["response_types_supported"] = new JsonArray("code"),
            ["subject_types_supported"] = new JsonArray("pairwise"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("ES256"),
            ["tenant_region_scope"] = "EU",
            ["cloud_instance_name"] = request.Uri.Authority,
            ["msgraph_host"] = request.Uri.Authority,
        });
    }

    private Reply Instance(Incoming request) => Reply.Json(200, new JsonObject
    {
        ["tenant_discovery_endpoint"] = $"{request.Authority}/{tenant.TenantId}/v2.0/.well-known/openid-configuration",
        ["api-version"] = "1.1",
        ["metadata"] = new JsonArray(new JsonObject
        {
            ["preferred_network"] = request.Uri.Authority,
            ["preferred_cache"] = request.Uri.Authority,
            ["aliases"] = new JsonArray(request.Uri.Authority),
        }),
    });
}
