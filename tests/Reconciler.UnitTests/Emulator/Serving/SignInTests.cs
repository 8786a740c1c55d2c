using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class SignInTests
{
    [Fact]
    public async Task A_client_with_its_secret_gets_a_token_that_opens_graph()
    {
        await using var served = await Served.StartAsync();

        var (status, body) = await served.SignIn();

        Assert.Equal((200, "Bearer", 3600), (status, (string?)body["token_type"], (int?)body["expires_in"]));
        var token = (string?)body["access_token"] ?? "";
        Assert.Equal(200, (await served.Get("users", token)).Status);
        var claims = Claims(token);
        Assert.Equal(("https://graph.microsoft.com", Given.TenantId, Served.ClientId), ((string?)claims["aud"], (string?)claims["tid"], (string?)claims["appid"]));
        Assert.Contains("EntitlementManagement.ReadWrite.All", (claims["roles"] as JsonArray ?? []).Select(role => (string?)role));
    }

    [Fact]
    public async Task The_tenant_can_be_named_by_its_domain_and_the_client_by_an_assertion_or_a_basic_header()
    {
        await using var served = await Served.StartAsync();

        Assert.Equal(200, (await served.SignIn("woodgrove.example")).Status);
        Assert.Equal(200, (await served.SignIn(null, ("client_secret", ""), ("client_assertion", "ey.any.thing"))).Status);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{Given.TenantId}/oauth2/v2.0/token")
        {
            Headers = { Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Served.ClientId}:{Uri.EscapeDataString(Served.Secret)}"))) },
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("scope", "https://graph.microsoft.com/.default")]),
        };
        using var response = await served.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", 7000215)]
    [InlineData("client_id", "99999999-0000-4000-8000-000000000000", 400, "unauthorized_client", 700016)]
    [InlineData("grant_type", "password", 400, "unsupported_grant_type", 70003)]
    [InlineData("scope", "User.Read", 400, "invalid_scope", 1002012)]
    [InlineData("scope", "", 400, "invalid_request", 900144)]
    public async Task A_refused_sign_in_says_why_as_entra_does(string field, string value, int status, string error, int number)
    {
        await using var served = await Served.StartAsync();

        var (answered, body) = await served.SignIn(null, (field, value));

        Assert.Equal((status, error, number), (answered, (string?)body["error"], (int?)body["error_codes"]?[0]));
        Assert.StartsWith($"AADSTS{number}: ", (string?)body["error_description"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tenant_is_not_found()
    {
        await using var served = await Served.StartAsync();

        var (status, body) = await served.SignIn("contoso.example");

        Assert.Equal((400, 90002), (status, (int?)body["error_codes"]?[0]));
    }

    [Fact]
    public async Task A_token_of_another_server_or_one_that_was_changed_or_has_expired_or_none_is_refused()
    {
        await using var served = await Served.StartAsync();
        await using var other = await Served.StartAsync();
        var token = await served.Token("User.Read.All");
        var forged = string.Join('.', token.Split('.')[0], (await served.Token("Group.Read.All")).Split('.')[1], token.Split('.')[2]);

        foreach (var refused in new[] { null, "", "nonsense", "a.b.c", forged, await other.Token("User.Read.All") })
        {
            using var response = await served.Send(HttpMethod.Get, "users", token: refused);
            var body = Given.Json(await response.Content.ReadAsStringAsync());
            Assert.Equal((HttpStatusCode.Unauthorized, "InvalidAuthenticationToken"), (response.StatusCode, Served.Code(body)));
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.First().Scheme);
            Assert.Equal(response.Headers.GetValues("request-id").First(), (string?)body["error"]?["innerError"]?["request-id"]);
        }

        Assert.Equal(200, (await served.Get("users", token)).Status);
        await served.Ask(HttpMethod.Post, "/emulator/clock", """{ "advance": "PT61M" }""");
        Assert.Equal(401, (await served.Get("users", token)).Status);
    }

    [Fact]
    public async Task A_client_library_finds_its_way_to_the_token_endpoint()
    {
        await using var served = await Served.StartAsync(options => options with { UsesTls = true });

        var (_, instance) = await served.Get("/common/discovery/instance?api-version=1.1&authorization_endpoint=x");
        var (_, configuration) = await served.Get((string?)instance["tenant_discovery_endpoint"] ?? "");
        var (_, keys) = await served.Get((string?)configuration["jwks_uri"] ?? "");

        Assert.Equal($"{served.Server.Address}{Given.TenantId}/oauth2/v2.0/token", (string?)configuration["token_endpoint"]);
        Assert.Equal("P-256", (string?)keys["keys"]?[0]?["crv"]);
    }

    private static JsonObject Claims(string token)
    {
        var part = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return Given.Json(Encoding.UTF8.GetString(Convert.FromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='))));
    }
}
