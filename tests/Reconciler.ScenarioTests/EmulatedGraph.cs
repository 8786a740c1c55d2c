using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Reconciler.Emulator;

namespace Reconciler.ScenarioTests;

/// <summary>A new and empty tenant, as what answers the requests to <see cref="LoopbackGraph"/>.</summary>
internal static class EmulatedGraph
{
    public static RequestDelegate New()
    {
        var tenant = EmulatedTenant.FromState(
            new() { ["format"] = "reconciler-tenant", ["version"] = 1, ["organization"] = new JsonObject { ["id"] = LoopbackGraph.TenantId, ["displayName"] = "Contoso", ["domain"] = "contoso.example" } },
            new EmulatorOptions { Time = TimeProvider.System, NewId = Guid.NewGuid });
        var emulator = new HttpMessageInvoker(new EmulatorHandler(tenant));
        return context => ForwardAsync(context, emulator);
    }

    private static async Task ForwardAsync(HttpContext context, HttpMessageInvoker emulator)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"https://graph.microsoft.com{context.Request.Path}{context.Request.QueryString}");
        using var reader = new StreamReader(context.Request.Body);
        request.Content = new StringContent(await reader.ReadToEndAsync(), Encoding.UTF8, "application/json");
        using var response = await emulator.SendAsync(request, CancellationToken.None);
        context.Response.StatusCode = (int)response.StatusCode;
        if (await response.Content.ReadAsStringAsync() is { Length: > 0 } body)
        {
            await LoopbackGraph.Json(context, body, (int)response.StatusCode);
        }
    }
}
