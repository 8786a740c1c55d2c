using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Serving.Access;

namespace Reconciler.Emulator;

/// <summary>
/// Answers requests for <c>https://any.host/v1.0/…</c> as Microsoft Graph would, from one emulated tenant; of <c>/beta/</c> it has one route
/// alone (contract 24, question 4). A connection that breaks is a <see cref="DroppedConnectionException"/>.
/// <paramref name="afterWrite"/> runs after every accepted write, before it is answered.
/// </summary>
public sealed class EmulatorHandler(EmulatedTenant tenant, Action? afterWrite = null) : HttpMessageHandler
{
    private const string Version = "/v1.0";
    private const string Beta = "/beta";

    private readonly Router _router = new(tenant, afterWrite);
    private int _answered;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (tenant.Behaviour.Faults.Latency is var latency && latency > TimeSpan.Zero)
        {
            await Task.Delay(latency, tenant.Options.Time, cancellationToken);
        }

        var watchesOverlap = tenant.Behaviour.RefusesConcurrentPolicyWrites && IsPolicyCreation(request);
        if (!watchesOverlap)
        {
            return Respond(request, await AnswerAsync(request, cancellationToken));
        }

        var isAlone = tenant.PolicyCreations.Enter();
        try
        {
            await Task.Yield();
            return Respond(request, isAlone ? await AnswerAsync(request, cancellationToken) : Refuse(GraphErrorException.Duplicate()));
        }
        finally
        {
            tenant.PolicyCreations.Leave();
        }
    }

    private static bool IsPolicyCreation(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post
        && request.RequestUri?.AbsolutePath.EndsWith(PolicyRoutes.Collection, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<Answer> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var uri = request.RequestUri;
        if (uri is not { IsAbsoluteUri: true } || VersionOf(uri) is not { } version)
        {
            return Refuse(GraphErrorException.NotImplemented($"{request.Method} {uri}"));
        }

        JsonNode? body;
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text, documentOptions: new() { AllowDuplicateProperties = false });
            RefuseHalfCharacters(text);
        }
        catch (JsonException malformed)
        {
            return Refuse(GraphErrorException.BadRequest("BadRequest", $"Unable to read JSON request payload. {malformed.Message}"));
        }

        var root = uri.GetLeftPart(UriPartial.Authority) + version;
        lock (tenant.Gate)
        {
            return _router.Answer(new(request.Method, root, uri.AbsolutePath[version.Length..], uri.Query, body) { IsBeta = version == Beta, Caller = Caller.Of(request) });
        }
    }

    // JSON can spell half of a character, which is no text and could never be sent back.
    private static void RefuseHalfCharacters(string text)
    {
        if (!text.Contains("\\u", StringComparison.Ordinal))
        {
            return;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        try
        {
            while (reader.Read())
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }
        }
        catch (InvalidOperationException half)
        {
            throw new JsonException(half.Message, half);
        }
    }

    private static string? VersionOf(Uri uri) =>
        new[] { Version, Beta }.FirstOrDefault(version => uri.AbsolutePath.StartsWith(version + "/", StringComparison.OrdinalIgnoreCase));

    private Answer Refuse(GraphErrorException refusal) => new(refusal.Status, ErrorBody.Write(refusal, tenant.Options.Time.GetUtcNow(), tenant.Behaviour));

    private HttpResponseMessage Respond(HttpRequestMessage request, Answer answer)
    {
        var requestId = NextRequestId();
        var response = new HttpResponseMessage(answer.Status) { RequestMessage = request };
        response.Headers.Add("request-id", requestId);
        if (request.Headers.TryGetValues("client-request-id", out var clientIds))
        {
            response.Headers.Add("client-request-id", clientIds);
        }

        if (answer.RetryAfter is { } retryAfter)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (answer.Body is { } body)
        {
            if (body["error"]?["innerError"] is JsonObject innerError)
            {
                innerError["request-id"] = requestId;
            }

            response.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return response;
    }

    // Not from the options' ids: reading must not change which ids later objects get.
    private string NextRequestId() =>
        Interlocked.Increment(ref _answered).ToString("x8", CultureInfo.InvariantCulture) + "-0000-4000-8000-000000000000";
}
