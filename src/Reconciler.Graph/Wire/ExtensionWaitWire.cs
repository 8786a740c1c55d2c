using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Whether a request waits for an extension's answer, as Graph writes it (contract 13).</summary>
internal static class ExtensionWaitWire
{
    private const string OfStage = "accessPackageRequestApprovalStageCallbackConfiguration";
    private const string Type = "customExtensionCallbackConfiguration";
    private const string Timeout = "timeoutDuration";

    public static ExtensionWait ToWait(WireValue callback) =>
        callback.IsNull ? new ExtensionWait.None()
        : callback.TypeName().Means(OfStage) ? new ExtensionWait.Unmodelled("for the approvers of a stage")
        : callback.Text(Timeout) is { } text && Duration.TryParse(text) is { } length ? new ExtensionWait.Within(length)
        : new ExtensionWait.Unmodelled(callback.Text(Timeout) ?? "for an unknown time");

    public static JsonNode? Overlay(JsonNode? there, ExtensionWait wanted)
    {
        if (ToWait(there).Equals(wanted))
        {
            return there?.DeepClone();
        }

        switch (wanted)
        {
            case ExtensionWait.None:
                return null;
            case ExtensionWait.Within within:
                var callback = there is JsonObject same && !same.TypeName().Means(OfStage) ? (JsonObject)same.DeepClone() : WireJson.Typed(Type);
                callback[Timeout] = within.Length.ToIso();
                return callback;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }
}
