using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Turns what Graph answers instead of a result into a <see cref="TenantException"/> (contract 1.2).</summary>
internal static class GraphRefusal
{
    public const int NotFound = (int)HttpStatusCode.NotFound;
    public const int Forbidden = (int)HttpStatusCode.Forbidden;
    public const int BadRequest = (int)HttpStatusCode.BadRequest;
    public const int Conflict = (int)HttpStatusCode.Conflict;

    public static TenantException From(string doing, HttpStatusCode status, string? requestIdHeader, string body)
    {
        var error = Parse(body)?["error"] as JsonObject;
        var requestId = requestIdHeader ?? error?["innerError"].Text("request-id");
        var code = error.Text("code");
        var problem = Problem(status);
        var said = error.Text("message") is { Length: > 0 } message ? $": {OneLine(message)}" : "";
        var words = $"{Sentence(doing)} failed: Graph answered {(int)status}{(code is { Length: > 0 } ? " " + code : "")}{said}."
            + Advice(status) + (requestId is null ? "" : $" (request id {requestId})");
        return new TenantException(problem, words) { Status = (int)status, Code = code, RequestId = requestId };
    }

    public static TenantException Unreachable(string doing, Exception why) =>
        new(TenantProblem.Unavailable, $"{Sentence(doing)} failed: {Reason(why)} Check the network and try again.", why);

    public static TenantException Unreadable(string doing, string why) =>
        new(TenantProblem.NotPermitted, $"{Sentence(doing)} failed: {why}");

    public static TenantException Refused(string doing, string why) => new(TenantProblem.Refused, $"{Sentence(doing)} failed: {why}");

    public static TenantException NotVisibleInTime(string doing, string what) =>
        new(TenantProblem.Unavailable, $"{Sentence(doing)} was accepted, but {what} after minutes of waiting. Plan again later.");

    // Messages of .NET services come with line breaks in them.
    private static string OneLine(string message) =>
        string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');

    private static string Sentence(string doing) => char.ToUpperInvariant(doing[0]) + doing[1..];

    private static string Reason(Exception why) => why is OperationCanceledException
        ? "Graph did not answer in time."
        : $"Graph could not be reached ({why.Message.TrimEnd('.')}).";

    private static TenantProblem Problem(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => TenantProblem.NotPermitted,
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => TenantProblem.Unavailable,
        >= HttpStatusCode.InternalServerError => TenantProblem.Unavailable,
        _ => TenantProblem.Refused,
    };

    private static string Advice(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => " Sign in again.",
        HttpStatusCode.Forbidden =>
            " Reading needs EntitlementManagement.Read.All, Group.Read.All, User.Read.All, Application.Read.All and Sites.Read.All,"
            + " writing EntitlementManagement.ReadWrite.All.",
        HttpStatusCode.TooManyRequests => " Try again later.",
        _ => "",
    };

    private static JsonObject? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body, documentOptions: WireJson.Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
