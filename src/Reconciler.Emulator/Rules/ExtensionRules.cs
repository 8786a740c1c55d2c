using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>What a custom workflow extension must satisfy beyond its types (contract 13).</summary>
internal static class ExtensionRules
{
    private const string LogicApp = "logicAppTriggerEndpointConfiguration";

    private static readonly TimeSpan ShortestCallback = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestCallback = TimeSpan.FromDays(14);

    public static void Check(JsonObject body, string typeName)
    {
        RequireRange(body, "maximumRetries", 0, 1);
        RequireRange(body, "timeoutInMilliseconds", 200, 2000);
        CheckCallback(body["callbackConfiguration"] as JsonObject, typeName);
        if (IsLogicApp(body, out var endpoint))
        {
            foreach (var member in (string[])["subscriptionId", "resourceGroupName", "logicAppWorkflowName"])
            {
                if (Finding.Text(endpoint, member) is null)
                {
                    throw GraphErrorException.InvalidModel($"/endpointConfiguration/{member}: it is required.");
                }
            }
        }
    }

    /// <summary>The address a Logic App is called at, which the service looks up itself.</summary>
    public static void AddTrigger(JsonObject members)
    {
        if (IsLogicApp(members, out var endpoint))
        {
            var workflow = Uri.EscapeDataString(Finding.Text(endpoint, "logicAppWorkflowName") ?? "");
            endpoint["url"] = $"https://logic.azure.example/workflows/{workflow}/triggers/manual/paths/invoke";
        }
    }

    private static void RequireRange(JsonObject body, string member, int least, int most)
    {
        if (body["clientConfiguration"]?[member] is JsonValue value && value.GetValue<int>() is var number && (number < least || number > most))
        {
            throw GraphErrorException.InvalidModel($"/clientConfiguration/{member}: it is {least} to {most}, not {number}.");
        }
    }

    private static void CheckCallback(JsonObject? callback, string typeName)
    {
        if (callback is null)
        {
            return;
        }

        if (typeName != Names.RequestExtension)
        {
            throw GraphErrorException.InvalidModel("/callbackConfiguration: only a request is waited for.");
        }

        if (Finding.Text(callback, "timeoutDuration") is { } text && ScalarCheck.TryDuration(text, out var timeout)
            && (timeout < ShortestCallback || timeout > LongestCallback))
        {
            throw GraphErrorException.InvalidModel($"/callbackConfiguration/timeoutDuration: it is five minutes to fourteen days, not {text}.");
        }
    }

    private static bool IsLogicApp(JsonObject body, out JsonObject endpoint)
    {
        endpoint = body["endpointConfiguration"] as JsonObject ?? [];
        return TypeTable.FromWire(Finding.Text(endpoint, "@odata.type") ?? "") is LogicApp;
    }
}
