using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>The request that makes a direct assignment, as Graph writes it (contract 8).</summary>
internal static class AssignmentRequestWire
{
    private const string State = "state";

    public static JsonObject From(DirectAssignment wanted, string packageId, string targetId)
    {
        var body = new JsonObject
        {
            ["requestType"] = "adminAdd",
            ["assignment"] = new JsonObject
            {
                ["targetId"] = targetId,
                ["assignmentPolicyId"] = wanted.Policy.Value.Id ?? throw new InvalidOperationException($"{wanted.Policy} has no id yet."),
                ["accessPackageId"] = packageId,
            },
        };
        wanted.From.Write(from => body.Ensure("schedule")["startDateTime"] = Spell(from));
        wanted.Until.Write(until => body.Ensure("schedule")["expiration"] = new JsonObject { ["type"] = "afterDateTime", ["endDateTime"] = Spell(until) });
        return body;
    }

    public static bool IsDone(JsonObject request) => Is(request, "delivered") || Is(request, "scheduled");

    /// <summary>What became of it, where it will never be done without somebody; null otherwise.</summary>
    public static string? Failure(JsonObject request) =>
        Is(request, "denied") || Is(request, "canceled") || Is(request, "deliveryFailed") || Is(request, "partiallyDelivered")
            ? $"Graph took the request and it ended as {request.Text(State)}{(request.Text("status") is { Length: > 0 } status ? $": {status}" : "")}."
        : Is(request, "pendingApproval")
            ? "the policy asks for an approval first, and the request waits for it. Assign under a policy without one."
        : null;

    /// <summary>Whether it is still on its way for the person.</summary>
    public static bool IsOpenFor(JsonObject request, string targetId) =>
        !IsDone(request) && (Failure(request) is null || Is(request, "pendingApproval"))
        && request["assignment"]?["target"].Text("objectId").Means(targetId) == true;

    private static bool Is(JsonObject request, string state) => request.Text(State).Means(state);

    private static string Spell(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
