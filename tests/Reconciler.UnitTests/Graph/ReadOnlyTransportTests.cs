using System.Net.Http.Headers;
using System.Text;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class ReadOnlyTransportTests
{
    private const string Root = "https://graph.microsoft.com/v1.0";

    private readonly StubGraph _graph = new StubGraph().On("", "{}");

    [Theory]
    [InlineData("GET", "/identityGovernance/entitlementManagement/catalogs", "")]
    [InlineData("HEAD", "/organization", "")]
    [InlineData("POST", "/directoryObjects/getByIds", "{}")]
    [InlineData("POST", "/directoryobjects/GETBYIDS?$select=id", "{}")]
    [InlineData("POST", "/$batch", """{ "requests": [ { "id": "1", "method": "GET", "url": "/groups?$filter=a eq 'POST'" } ] }""")]
    [InlineData("POST", "/$batch", """{ "requests": [ { "id": "1", "method": "POST", "url": "directoryObjects/getByIds", "headers": { "Content-Type": "application/json" }, "body": {} } ] }""")]
    public async Task Reads_pass(string method, string path, string body)
    {
        await Send(method, path, body);

        Assert.Single(_graph.Asked);
    }

    [Theory]
    [InlineData("POST", "/identityGovernance/entitlementManagement/catalogs", "{}")]
    [InlineData("PUT", "/directoryObjects/getByIds", "{}")]
    [InlineData("PATCH", "/$batch", """{ "requests": [] }""")]
    [InlineData("DELETE", "/groups/1", "")]
    [InlineData("MERGE", "/groups/1", "")]
    [InlineData("POST", "/groups?x=/directoryObjects/getByIds", "{}")]
    [InlineData("POST", "/groups#/directoryObjects/getByIds", "{}")]
    [InlineData("POST", "/groups/directoryObjects/getByIds", "{}")]
    [InlineData("POST", "/directoryObjects/getByIds/", "{}")]
    [InlineData("POST", "/directoryObjects/getByIds/../../groups", "{}")]
    [InlineData("POST", "/directoryObjects/getByIds%2f..%2f..%2fgroups", "{}")]
    [InlineData("POST", "/directoryObjects%2FgetByIds", "{}")]
    [InlineData("POST", "//directoryObjects/getByIds", "{}")]
    public async Task What_could_write_is_refused_before_it_is_sent(string method, string path, string body)
    {
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Send(method, path, body));

        Assert.Equal(TenantProblem.Refused, refusal.Problem);
        Assert.Empty(_graph.Asked);
    }

    [Theory]
    [InlineData("""{ "requests": [ { "id": "1", "method": "GET", "url": "/groups" }, { "id": "2", "method": "DELETE", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "delete", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "GET", "method": "DELETE", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "GET", "Method": "DELETE", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "GET", "\u004dethod": "DELETE", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [], "Requests": [ { "id": "1", "method": "DELETE", "url": "/groups/1" } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "GET", "url": "/groups/1", "headers": { "x-http-method-override": "DELETE" } } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "POST", "url": "/$batch", "body": { "requests": [] } } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "POST", "url": "/directoryObjects/getByIds/../../groups", "body": {} } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "method": "POST", "url": "/directoryObjects%2FgetByIds", "body": {} } ] }""")]
    [InlineData("""{ "requests": [ { "id": "1", "url": "/groups" } ] }""")]
    [InlineData("""{ "requests": [ "DELETE" ] }""")]
    [InlineData("""{ "requests": [ null ] }""")]
    [InlineData("""{ "requests": {} }""")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_batch_is_looked_into(string body) => await What_could_write_is_refused_before_it_is_sent("POST", "/$batch", body);

    [Fact]
    public async Task A_batch_in_another_encoding_is_not_looked_into_and_refused()
    {
        const string Harmless = """{ "requests": [] }""";
        using var compressed = new StringContent(Harmless, Encoding.UTF8, "application/json");
        compressed.Headers.ContentEncoding.Add("gzip");
        using var other = new StringContent(Harmless, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-7"));

        await Assert.ThrowsAsync<TenantException>(() => Client().PostAsync(new Uri(Root + "/$batch"), compressed));
        await Assert.ThrowsAsync<TenantException>(() => Client().PostAsync(new Uri(Root + "/$batch"), other));
        Assert.Empty(_graph.Asked);
    }

    [Theory]
    [InlineData("X-HTTP-Method")]
    [InlineData("x-http-method-override")]
    [InlineData("X-Method-Override")]
    public async Task A_read_that_names_another_method_is_refused(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + "/groups/1");
        request.Headers.Add(header, "DELETE");

        await Assert.ThrowsAsync<TenantException>(() => Client().SendAsync(request));
        Assert.Empty(_graph.Asked);
    }

    [Fact]
    public void Nothing_is_sent_without_being_awaited()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Root + "/groups");

        Assert.Throws<TenantException>(() => Client().Send(request));
    }

    private HttpClient Client() => new(new ReadOnlyTransport(_graph));

    private async Task Send(string method, string path, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Root + path);
        if (body.Length > 0)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await Client().SendAsync(request);
    }
}
