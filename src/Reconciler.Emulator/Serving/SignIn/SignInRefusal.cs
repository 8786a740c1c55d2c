using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Http;

namespace Reconciler.Emulator.Serving.SignIn;

/// <summary>A refusal of the token endpoint, in the shape of Microsoft Entra ID.</summary>
internal static class SignInRefusal
{
    private const string NoTrace = "00000000-0000-4000-8000-000000000000";

    public static Reply UnknownTenant(string tenant, DateTimeOffset now, string? correlation) => Of(400, "invalid_request", 90002,
        $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.", now, correlation);

    public static Reply Missing(string parameter, DateTimeOffset now, string? correlation) => Of(400, "invalid_request", 900144,
        $"The request body must contain the following parameter: '{parameter}'.", now, correlation);

    public static Reply UnsupportedGrant(string grant, DateTimeOffset now, string? correlation) => Of(400, "unsupported_grant_type", 70003,
        $"The app requested an unsupported grant type '{grant}'.", now, correlation);

    public static Reply BadScope(string scope, DateTimeOffset now, string? correlation) => Of(400, "invalid_scope", 1002012,
        $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).", now, correlation);

    public static Reply UnknownClient(string id, string tenantId, DateTimeOffset now, string? correlation) => Of(400, "unauthorized_client", 700016,
        $"Application with identifier '{id}' was not found in the directory '{tenantId}'.", now, correlation);

    public static Reply WrongSecret(string id, DateTimeOffset now, string? correlation) => Of(401, "invalid_client", 7000215,
        $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{id}'.", now, correlation);

    private static Reply Of(int status, string error, int number, string message, DateTimeOffset now, string? correlation)
    {
        var at = now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'");
        var body = new JsonObject
        {
            ["error"] = error,
            ["error_description"] = $"AADSTS{number}: {message} Trace ID: {NoTrace} Correlation ID: {correlation ?? NoTrace} Timestamp: {at}",
            ["error_codes"] = new JsonArray(number),
            ["timestamp"] = at,
            ["trace_id"] = NoTrace,
            ["correlation_id"] = correlation ?? NoTrace,
        };
        return Reply.Json(status, body) with { Headers = Fresh };
    }

    /// <summary>Nothing about signing in may be kept by a cache.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Fresh = [new("Cache-Control", "no-store, no-cache"), new("Pragma", "no-cache")];
}
