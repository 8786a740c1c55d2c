using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>What a custom extension calls, as Graph writes it (contract 13).</summary>
internal static class EndpointWire
{
    private const string LogicAppType = "logicAppTriggerEndpointConfiguration";
    private const string AddressType = "httpRequestEndpoint";
    private const string Subscription = "subscriptionId";
    private const string ResourceGroup = "resourceGroupName";
    private const string Workflow = "logicAppWorkflowName";
    private const string Address = "targetUrl";

    public static LogicApp? ToLogicApp(WireValue endpoint) => endpoint.TypeName().Means(LogicAppType)
        ? new LogicApp
        {
            Subscription = endpoint.Text(Subscription) ?? "",
            ResourceGroup = endpoint.Text(ResourceGroup) ?? "",
            Workflow = endpoint.Text(Workflow) ?? "",
        }
        : null;

    public static string? ToAddress(WireValue endpoint) => endpoint.TypeName().Means(AddressType) ? endpoint.Text(Address) : null;

    public static JsonObject Overlay(JsonNode? there, LogicApp wanted)
    {
        var endpoint = Of(there, LogicAppType);
        if (!wanted.Equals(ToLogicApp(endpoint)))
        {
            // The service looks the address of the trigger up itself.
            endpoint.Remove("url");
            endpoint[Subscription] = wanted.Subscription;
            endpoint[ResourceGroup] = wanted.ResourceGroup;
            endpoint[Workflow] = wanted.Workflow;
        }

        return endpoint;
    }

    public static JsonObject Overlay(JsonNode? there, string wanted)
    {
        var endpoint = Of(there, AddressType);
        endpoint[Address] = wanted;
        return endpoint;
    }

    private static JsonObject Of(JsonNode? there, string type) =>
        there.TypeName().Means(type) && there?.DeepClone() is JsonObject same ? same : WireJson.Typed(type);
}
