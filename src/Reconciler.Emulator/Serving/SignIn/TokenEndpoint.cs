using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Serving.SignIn;

/// <summary>Gives tokens to applications that show their secret, as <c>POST /{tenant}/oauth2/v2.0/token</c> does. A client assertion is taken as it is.</summary>
internal sealed class TokenEndpoint(EmulatedTenant tenant, ImmutableArray<ServerClient> clients, TokenMint mint)
{
    private const string DefaultScope = "/.default";

    public Reply Answer(Incoming request, string tenantName)
    {
        var now = tenant.Options.Time.GetUtcNow();
        var correlation = request.ClientRequestId;
        var form = new Form(QueryHelpers.ParseQuery(request.Text), request.Context.Request.Headers.Authorization.ToString());
        if (!IsOurs(tenantName))
        {
            return SignInRefusal.UnknownTenant(tenantName, now, correlation);
        }

        if (form.Missing() is { } missing)
        {
            return SignInRefusal.Missing(missing, now, correlation);
        }

        if (form["grant_type"] is { } grant and not "client_credentials")
        {
            return SignInRefusal.UnsupportedGrant(grant, now, correlation);
        }

        if (form["scope"] is not { } scope || !scope.EndsWith(DefaultScope, StringComparison.Ordinal))
        {
            return SignInRefusal.BadScope(form["scope"] ?? "", now, correlation);
        }

        var client = clients.FirstOrDefault(known => string.Equals(known.Id, form.ClientId, StringComparison.OrdinalIgnoreCase));
        if (client is null)
        {
            return SignInRefusal.UnknownClient(form.ClientId ?? "", tenant.TenantId, now, correlation);
        }

        return form["client_assertion"] is null && !IsSame(client.Secret, form.Secret ?? "")
            ? SignInRefusal.WrongSecret(client.Id, now, correlation)
            : Granted(client, scope[..^DefaultScope.Length], request.Authority);
    }

    private Reply Granted(ServerClient client, string audience, string authority)
    {
        var order = new TokenOrder(client.Id, PrincipalOf(client.Id)) { Audience = audience, Roles = client.Grants };
        var body = new JsonObject
        {
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)order.Lifetime.TotalSeconds,
            ["ext_expires_in"] = (long)order.Lifetime.TotalSeconds,
            ["access_token"] = mint.Mint(order, $"{authority}/{tenant.TenantId}/v2.0"),
        };
        return Reply.Json(200, body) with { Headers = SignInRefusal.Fresh };
    }

    public bool IsOurs(string tenantName)
    {
        lock (tenant.Gate)
        {
            return string.Equals(tenantName, tenant.TenantId, StringComparison.OrdinalIgnoreCase)
                || string.Equals(tenantName, tenant.Store.Organization.Domain, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>The application's own object in the directory; one that is not there gets an id nobody else has.</summary>
    private string PrincipalOf(string applicationId)
    {
        lock (tenant.Gate)
        {
            return tenant.Store.ServicePrincipals.Find(one => string.Equals(one.Text("appId"), applicationId, StringComparison.OrdinalIgnoreCase))?.Id
                ?? DerivedId.From(tenant.TenantId, "client", applicationId);
        }
    }

    private static bool IsSame(string secret, string shown) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(shown));

    /// <summary>What was sent, with the client's id and secret from the body or from a Basic header.</summary>
    private sealed class Form(Dictionary<string, StringValues> fields, string authorization)
    {
        private readonly string[] _basic = Basic(authorization);

        public string? this[string name] => fields.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;

        public string? ClientId => this["client_id"] ?? _basic.ElementAtOrDefault(0);

        public string? Secret => this["client_secret"] ?? _basic.ElementAtOrDefault(1);

        public string? Missing() =>
            this["grant_type"] is null ? "grant_type"
            : ClientId is null ? "client_id"
            : this["scope"] is null ? "scope"
            : Secret is null && this["client_assertion"] is null ? "client_secret" : null;

        private static string[] Basic(string authorization)
        {
            const string Scheme = "Basic ";
            if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            {
                return [];
            }

            var bytes = new byte[authorization.Length];
            return Convert.TryFromBase64String(authorization[Scheme.Length..], bytes, out var length)
                ? [.. Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2).Select(Uri.UnescapeDataString)]
                : [];
        }
    }
}
