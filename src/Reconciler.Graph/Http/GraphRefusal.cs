using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polly.Timeout;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Turns what Graph answers instead of a result into a <see cref="TenantException"/> (contract 1.2).</summary>
internal static class GraphRefusal
{
    public const int Forbidden = (int)HttpStatusCode.Forbidden;
    public const int NotFound = (int)HttpStatusCode.NotFound;
    public const int BadRequest = (int)HttpStatusCode.BadRequest;
    public const int Conflict = (int)HttpStatusCode.Conflict;

    private const int LongestMessage = 1000;

    /// <summary>What an answer that is no success means.</summary>
    /// <param name="licence">What is known of the tenant's licences, a sentence with a space before it, or nothing.</param>
    public static TenantException From(Repetition repetition, GraphAnswer answer, string licence = "")
    {
        var (call, status) = (repetition.Call, answer.Status);
        var error = Parse(answer.Body)?["error"] as JsonObject;
        var requestId = answer.RequestId ?? Innermost(error, "request-id");
        var code = error.Text("code") is { } written ? OneLine(written) : null;
        var message = error.Text("message") is { Length: > 0 } text ? OneLine(text) : "";
        var words = $"{Sentence(call.Doing)} failed: Graph answered {status}{(code is { Length: > 0 } ? " " + code : "")}{(message.Length > 0 ? ": " + message : "")}."
            + Tries(repetition) + GraphAdvice.For(call, status, code ?? "", message) + licence + Ids(requestId, repetition.ClientRequestId);
        return new TenantException(Problem(status), words)
        {
            Status = status,
            Code = code,
            RequestId = requestId,
            RetryAfter = answer.RetryAfter,
            WasNotMade = status == (int)HttpStatusCode.TooManyRequests,
            EndsTheRun = repetition.GivenUp is not null,
        };
    }

    public static TenantException Unreachable(Repetition repetition, Exception? why) =>
        new(
            Trust.Trouble(why) is null ? TenantProblem.Unavailable : TenantProblem.NotPermitted,
            $"{Sentence(repetition.Call.Doing)} failed: {Reason(why)}{Tries(repetition)}{(Trust.Trouble(why) is null ? " Check the network and try again." : "")}{Ids(null, repetition.ClientRequestId)}",
            why)
        {
            EndsTheRun = repetition.GivenUp is not null,
        };

    /// <summary>
    /// The run gave up while this one waited for its turn, or for its next try. Of writes each has its outcome, and the one that gave up says
    /// why; of reads a single one is told of.
    /// </summary>
    public static TenantException TooLate(Repetition repetition, string why) =>
        new(TenantProblem.Unavailable, $"{Sentence(repetition.Call.Doing)} {(repetition.Attempts > 0 ? "failed so far, and was not sent again" : "was not sent")}: this run has given up.{(repetition.Call.IsRead ? " " + why : "")}")
        {
            EndsTheRun = true,

            // What makes something is sent again by itself only where it was too much, or never arrived.
            WasNotMade = repetition.Attempts == 0 || !repetition.Call.IsRepeatable,
        };

    public static TenantException Unreadable(string doing, string why) =>
        new(TenantProblem.NotPermitted, $"{Sentence(doing)} failed: {Masking.Of(why)}");

    public static TenantException NoJson(string doing, JsonException why) => Unreadable(doing, Words(why));

    /// <summary>The same of a write, which was carried out or not, like one whose answer was lost. Whoever can look says what came of it himself.</summary>
    public static TenantException LostIn(GraphCall call, JsonException why) =>
        new(TenantProblem.Unavailable, $"{Sentence(call.Doing)} failed: {Masking.Of(Words(why))}{(call.LookAsync is null ? " It may have been made all the same. Plan again to see." : "")}", why);

    public static TenantException TooLarge(string doing, int most) => Unreadable(
        doing, $"the answer is larger than {most / (1024 * 1024d):0.##} MB, which no answer of Graph is. Check what stands between this machine and Graph.");

    public static TenantException Refused(string doing, string why) => new(TenantProblem.Refused, $"{Sentence(doing)} failed: {why}");

    public static TenantException NotVisibleInTime(string doing, string what) =>
        new(TenantProblem.Unavailable, $"{Sentence(doing)} was accepted, but {what} after minutes of waiting. Plan again later.");

    private static string Words(JsonException why) =>
        $"what was answered is not Graph's JSON ({why.Message.TrimEnd('.')}). Check what stands between this machine and Graph.";

    private static string Tries(Repetition repetition) =>
        (repetition.Attempts > 1 ? $" It was asked {repetition.Attempts} times." : "") + (repetition.GivenUp is { } why ? " " + why : "");

    private static string Ids(string? requestId, string? clientRequestId) => (requestId, clientRequestId) switch
    {
        (null, null) => "",
        (null, _) => $" (client request id {clientRequestId})",
        (_, null) => $" (request id {requestId})",
        _ => $" (request id {requestId}, client request id {clientRequestId})",
    };

    // Messages of .NET services come with line breaks in them; what stands between may answer with a page.
    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');
        return Masking.Of(line.Length > LongestMessage ? line[..LongestMessage] + "…" : line);
    }

    private static string Sentence(string doing) => char.ToUpperInvariant(doing[0]) + doing[1..];

    private static string Reason(Exception? why) => Trust.Trouble(why) is { } untrusted ? $"{Sentence(Masking.Of(untrusted))}."
        : why is OperationCanceledException or TimeoutRejectedException ? "Graph did not answer in time."
        : $"Graph could not be reached ({Masking.Of((why?.Message ?? "").TrimEnd('.'))}).";

    private static TenantProblem Problem(int status) => status switch
    {
        401 or 403 => TenantProblem.NotPermitted,
        408 or 429 or >= 500 => TenantProblem.Unavailable,
        _ => TenantProblem.Refused,
    };

    private static string? Innermost(JsonNode? error, string member) =>
        error?["innerError"] is JsonObject inner ? inner.Text(member) ?? Innermost(inner, member) : null;

    private static JsonObject? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : WireNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
