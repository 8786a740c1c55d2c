using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class EmulatorServerTests
{
    [Fact]
    public async Task What_is_answered_over_http_is_what_is_answered_in_process()
    {
        await using var served = await Served.StartOpenAsync();
        using var inProcess = new HttpClient(new Reconciler.Emulator.EmulatorHandler(served.Tenant)) { BaseAddress = served.Server.BaseAddress };

        var path = "users?$filter=startswith(displayName,'M')%20and%20userType%20eq%20'Member'&$select=id,displayName&$top=1";
        var (status, body) = await served.Get(path);

        Assert.Equal(200, status);
        Assert.Equal(await inProcess.GetStringAsync(path), body.ToJsonString());
    }

    [Fact]
    public async Task Links_to_the_next_page_lead_back_to_the_server()
    {
        await using var served = await Served.StartOpenAsync();
        var (_, body) = await served.Get("users?$top=1");

        var (status, next) = await served.Get((string?)body["@odata.nextLink"] ?? "");

        Assert.Equal(200, status);
        Assert.NotEqual(body["value"]?.ToJsonString(), next["value"]?.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_imitated_says_so_and_what_is_no_graph_address_is_not_found()
    {
        await using var served = await Served.StartOpenAsync();

        Assert.Equal((501, "NotImplementedByEmulator"), await Outcome("deviceManagement/managedDevices"));
        Assert.Equal((501, "NotImplementedByEmulator"), await Outcome("/beta/users"));
        Assert.Equal((404, "ResourceNotFound"), await Outcome("/v2/users"));
        Assert.Equal((404, "ResourceNotFound"), await Outcome("/"));

        async Task<(int, string?)> Outcome(string path)
        {
            var (status, body) = await served.Get(path);
            return (status, Served.Code(body));
        }
    }

    [Fact]
    public async Task An_answer_is_compressed_for_who_takes_that_and_for_nobody_else()
    {
        await using var served = await Served.StartOpenAsync();
        var plain = await served.Client.GetByteArrayAsync("groups");
        using var request = new HttpRequestMessage(HttpMethod.Get, "groups") { Headers = { { "Accept-Encoding", "br, gzip" } } };
        using var response = await served.Client.SendAsync(request);

        Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
        using var unpacked = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await unpacked.CopyToAsync(memory);
        Assert.Equal(Encoding.UTF8.GetString(plain), Encoding.UTF8.GetString(memory.ToArray()));
        Assert.StartsWith("{", Encoding.UTF8.GetString(plain), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_refuses_gzip_in_words_gets_none()
    {
        await using var served = await Served.StartOpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "groups") { Headers = { { "Accept-Encoding", "gzip;q=0" } } };
        using var response = await served.Client.SendAsync(request);

        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task With_tls_its_authority_is_enough_to_trust_it_and_http2_is_spoken()
    {
        await using var served = await Served.StartAsync(options => options with { UsesTls = true, IsOpen = true });

        foreach (var host in new[] { "localhost", "127.0.0.1" })
        {
            var address = new UriBuilder(served.Server.BaseAddress) { Host = host, Path = "/v1.0/users" }.Uri;
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var response = await served.Client.SendAsync(request);

            Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (response.StatusCode, response.Version));
        }

        using var http1 = await served.Client.GetAsync("users");
        Assert.Equal(HttpVersion.Version11, http1.Version);
    }

    [Fact]
    public async Task With_tls_nobody_trusts_it_who_was_not_told_to()
    {
        await using var served = await Served.StartAsync(options => options with { UsesTls = true, IsOpen = true });
        using var stranger = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri(served.Server.BaseAddress, "users")));
    }

    [Fact]
    public async Task A_dropped_connection_is_dropped_and_not_answered()
    {
        await using var served = await Served.StartAsync(options => options with { IsOpen = true, Through = _ => new Dropping() });

        await Assert.ThrowsAsync<HttpRequestException>(() => served.Client.GetAsync("users"));

        var (_, log) = await served.Get("/emulator/requests");
        Assert.Equal(0, (int?)log["value"]?[0]?["status"]);
    }

    [Fact]
    public async Task An_open_emulator_answers_no_web_page()
    {
        await using var served = await Served.StartAsync(options => options with { IsOpen = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Served.Management}/catalogs") { Content = new StringContent("""{ "displayName": "A", "description": "" }""") };
        request.Headers.Add("Origin", "http://page.example");

        using var answer = await served.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_in_graphs_words()
    {
        await using var served = await Served.StartAsync(options => options with { IsOpen = true, LargestBody = 1000 });

        var (status, body) = await served.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", new JsonObject { ["displayName"] = new string('x', 1000) }.ToJsonString());

        Assert.Equal((413, "RequestEntityTooLarge"), (status, Served.Code(body)));
    }

    [Fact]
    public async Task Two_servers_stand_side_by_side_and_know_nothing_of_each_other()
    {
        await using var one = await Served.StartOpenAsync();
        await using var other = await Served.StartOpenAsync();

        await one.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", """{ "displayName": "Only here" }""");

        Assert.Equal(2, (await one.Get($"{Served.Management}/catalogs")).Body["value"]?.AsArray().Count);
        Assert.Equal(1, (await other.Get($"{Served.Management}/catalogs")).Body["value"]?.AsArray().Count);
    }

    [Fact]
    public async Task A_port_in_use_is_said_before_anything_is_served()
    {
        await using var first = await Served.StartOpenAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => Served.StartAsync(options => options with { Endpoint = new(IPAddress.Loopback, first.Server.Address.Port) }));
    }

    [Fact]
    public async Task After_a_write_it_is_saved_before_it_is_answered_and_a_failure_to_is_said()
    {
        var saved = 0;
        await using var served = await Served.StartAsync(options => options with
        {
            IsOpen = true,
            AfterWrite = () => { if (++saved > 1) { throw new IOException("The disk is full."); } },
        });

        var (first, _) = await served.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", """{ "displayName": "A" }""");
        var (second, body) = await served.Ask(HttpMethod.Post, $"{Served.Management}/catalogs", """{ "displayName": "B" }""");

        Assert.Equal((201, 500), (first, second));
        Assert.Contains("The disk is full.", (string?)body["error"]?["message"], StringComparison.Ordinal);
    }

    private sealed class Dropping : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new DroppedConnectionException();
    }
}
