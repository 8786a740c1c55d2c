using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The whole of an embedded tenant, read by the adapter and dropped.</summary>
internal static class PlainRead
{
    public static void Of(string workspace)
    {
        using var file = TenantFile.Open(
            Path.Combine(workspace, ".reconciler", "demo", "tenant.json"), new JsonObject(), new EmulatorOptions { Time = TimeProvider.System, NewId = Guid.NewGuid }, readOnly: true);
        using var client = new HttpClient(new EmulatorHandler(file.Tenant)) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") };
        var snapshot = new GraphTenant(client, TimeProvider.System).ReadAsync(TenantPart.Whole, CancellationToken.None).GetAwaiter().GetResult();
        if (!snapshot.Gaps.IsEmpty)
        {
            throw new InvalidOperationException($"The tenant has gaps: {snapshot.Gaps}");
        }
    }
}
