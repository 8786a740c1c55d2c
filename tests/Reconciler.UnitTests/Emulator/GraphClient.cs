using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator;

/// <summary>A client as any other: it knows HTTP and JSON, and nothing of the emulator but its door.</summary>
internal sealed class GraphClient : IDisposable
{
    public const string Root = "https://graph.microsoft.com/v1.0";
    public const string EntitlementManagement = "/identityGovernance/entitlementManagement";

    private readonly HttpClient _http;
    private int _ids;

    public GraphClient(Func<Behaviour, Behaviour>? configure = null, JsonObject? state = null, Action? afterWrite = null)
    {
        var options = new EmulatorOptions { Time = Time, NewId = () => new Guid(++_ids, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) };
        options = options with { Behaviour = configure?.Invoke(options.Behaviour) ?? options.Behaviour };
        Tenant = state is null ? EmulatedTenant.FromSeed(Given.Seed(), options) : EmulatedTenant.FromState(state, options);
        var log = new LogWitness(Tenant, options);
        _http = new(new EmulatorHandler(Tenant, () =>
        {
            log.Check();
            afterWrite?.Invoke();
        }));
    }

    /// <summary>A client of a tenant that somebody else keeps.</summary>
    public GraphClient(EmulatedTenant tenant, FixedTime time, Action afterWrite)
    {
        (Tenant, Time) = (tenant, time);
        _http = new(new EmulatorHandler(tenant, afterWrite));
    }

    public FixedTime Time { get; } = new();

    public EmulatedTenant Tenant { get; }

    public Task<GraphAnswer> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<GraphAnswer> Post(string path, string body) => Send(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<GraphAnswer> Patch(string path, string body) => Send(HttpMethod.Patch, path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<GraphAnswer> Put(string path, string body) => Send(HttpMethod.Put, path, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<GraphAnswer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    /// <summary>Paths starting with <c>~</c> are below entitlement management.</summary>
    public async Task<GraphAnswer> Send(HttpMethod method, string path, HttpContent? content)
    {
        var url = path switch
        {
            ['~', .. var rest] => Root + EntitlementManagement + rest,
            ['/', 'b', 'e', 't', 'a', '/', ..] => Root[..^"/v1.0".Length] + path,
            ['/', ..] => Root + path,
            _ => path,
        };
        using var request = new HttpRequestMessage(method, url) { Content = content };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var requestId = response.Headers.TryGetValues("request-id", out var values) ? values.Single() : null;
        return new(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), requestId)
        {
            RetryAfter = response.Headers.TryGetValues("Retry-After", out var waits) ? waits.Single() : null,
        };
    }

    public async Task<string> Created(string path, string body)
    {
        var answer = await Post(path, body);
        Assert.True(answer.Status is HttpStatusCode.Created, $"{answer.Status} {answer.Body?.ToJsonString()}");
        return answer.Id;
    }

    public void Dispose() => _http.Dispose();
}
