using System.Text;
using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Emulator;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>An embedded tenant that is saved after every write, as <c>apply</c> does it, and whose first write, which saves everything, has been made.</summary>
internal sealed class WritingTenant : IDisposable
{
    private const string Root = "https://graph.microsoft.com/v1.0/identityGovernance/entitlementManagement/";

    private readonly TenantFile _file;
    private readonly HttpClient _http;
    private readonly string _catalog;

    public WritingTenant(int packages)
    {
        _file = TenantFile.Open(
            Path.Combine(LargeTenant.Write(packages), ".reconciler", "demo", "tenant.json"), new JsonObject(), new EmulatorOptions { Time = TimeProvider.System, NewId = Guid.NewGuid }, readOnly: false);
        _http = new HttpClient(new EmulatorHandler(_file.Tenant, _file.Save));
        _catalog = Send(HttpMethod.Post, "catalogs", """{ "displayName": "Measured" }""");
    }

    /// <summary>A package, its policy, a change of it and its end, so many times: four writes each.</summary>
    public void Write(int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            var package = Send(HttpMethod.Post, "accessPackages", $$"""{ "displayName": "Measured {{turn}}", "catalog": { "id": "{{_catalog}}" } }""");
            var policy = Send(HttpMethod.Post, "assignmentPolicies", $$"""{ "displayName": "Employees", "accessPackage": { "id": "{{package}}" } }""");
            Send(HttpMethod.Patch, $"accessPackages/{package}", """{ "description": "Another one" }""");
            Send(HttpMethod.Delete, $"assignmentPolicies/{policy}", body: null);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _file.Dispose();
    }

    private string Send(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, Root + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = _http.SendAsync(request).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        var text = new StreamReader(response.Content.ReadAsStream()).ReadToEnd();
        return text.Length == 0 ? "" : JsonNode.Parse(text)?["id"]?.GetValue<string>() ?? "";
    }
}
