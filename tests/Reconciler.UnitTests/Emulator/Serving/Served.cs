using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;

namespace Reconciler.UnitTests.Emulator.Serving;

/// <summary>A tenant served on a free port, and a client that trusts it.</summary>
internal sealed class Served : IAsyncDisposable
{
    public const string ClientId = "aaaaaaaa-0000-4000-8000-00000000c11e";
    public const string Secret = "s3cret~";
    public const string Management = "identityGovernance/entitlementManagement";

    private Served(EmulatedTenant tenant, EmulatorServer server)
    {
        Tenant = tenant;
        Server = server;
        Client = new(Trusting(server)) { BaseAddress = server.BaseAddress };
    }

    public EmulatedTenant Tenant { get; }

    public EmulatorServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<Served> StartAsync(Func<ServerOptions, ServerOptions>? change = null, TimeProvider? time = null, JsonObject? seed = null)
    {
        var tenant = EmulatedTenant.FromSeed(seed ?? Given.Seed(), new() { Time = time ?? new AdjustableTime(TimeProvider.System), NewId = Guid.NewGuid });
        var options = new ServerOptions { Time = TimeProvider.System, Clients = [ServerClient.WithAllGrants(ClientId, Secret)] };
        return new(tenant, await EmulatorServer.StartAsync(tenant, change?.Invoke(options) ?? options));
    }

    public static Task<Served> StartOpenAsync() => StartAsync(options => options with { IsOpen = true });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>Sends what a path below <c>/v1.0/</c>, or from the root, is asked.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request);
    }

    public async Task<(int Status, JsonObject Body)> Ask(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var response = await Send(method, path, body, token);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? [] : Given.Json(text));
    }

    public Task<(int Status, JsonObject Body)> Get(string path, string? token = null) => Ask(HttpMethod.Get, path, token: token);

    public async Task<(int Status, JsonObject Body)> SignIn(string? tenant = null, params (string Name, string Value)[] changes)
    {
        Dictionary<string, string> form = new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ClientId,
            ["client_secret"] = Secret,
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        using var content = new FormUrlEncodedContent(form.Where(field => field.Value.Length > 0));
        using var response = await Client.PostAsync($"/{tenant ?? Tenant.TenantId}/oauth2/v2.0/token", content);
        return ((int)response.StatusCode, Given.Json(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>A token of an application with these grants.</summary>
    public Task<string> Token(params string[] roles) => Mint(new() { ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) });

    public async Task<string> Mint(JsonObject wanted)
    {
        var (status, body) = await Ask(HttpMethod.Post, "/emulator/tokens", wanted.ToJsonString());
        Assert.True(status == 200, body.ToJsonString());
        return (string?)body["access_token"] ?? "";
    }

    public static string? Code(JsonObject body) => (string?)body["error"]?["code"];

    public static SocketsHttpHandler Trusting(EmulatorServer server)
    {
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseProxy = false };
        if (server.CertificateAuthorityPem is { } pem)
        {
            handler.SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509Certificate2.CreateFromPem(pem) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            };
        }

        return handler;
    }
}
