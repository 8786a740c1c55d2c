using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.Serving.SignIn;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Serving.Control;

/// <summary>What a test does to the emulator that nobody could do to Graph, below <c>/emulator/</c>; for this machine alone.</summary>
internal sealed class ControlDoor(EmulatedTenant tenant, TokenMint mint, RequestLog log, GraphRefusal refusal, Action? afterWrite)
{
    private const string Root = "/emulator/";

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.OrdinalIgnoreCase);

    public Reply Answer(Incoming request)
    {
        // A web page that somebody has open must not reach it either.
        if (!request.IsLocal || request.Context.Request.Headers.Origin.Count > 0 || !IsOwn(request.Context.Request.Host.Host))
        {
            return refusal.Of(403, "Forbidden", "The control endpoint answers programs on its own machine only.");
        }

        try
        {
            return (request.Method, request.Path[Root.Length..].TrimEnd('/').ToUpperInvariant()) switch
            {
                ("GET", "BEHAVIOUR") => Reply.Json(200, BehaviourJson.Write(tenant.Behaviour)),
                ("PATCH", "BEHAVIOUR") => Behave(request),
                ("GET", "CLOCK") => Clock(),
                ("POST", "CLOCK") => Advance(request),
                ("POST", "TOKENS") => TokenRequest.Answer(tenant, mint, request),
                ("GET", "REQUESTS") => Reply.Json(200, new JsonObject { ["value"] = new JsonArray([.. log.All().Select(LogLine.Write)]) }),
                ("DELETE", "REQUESTS") => Forget(),
                ("GET", "STATE") => Reply.Json(200, tenant.ToState()),
                ("PUT", "STATE") => Become(request),
                _ => refusal.Of(404, "ResourceNotFound", $"The control endpoint has no {request.Method} {request.Path}; it has behaviour, clock, tokens, requests and state."),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or BehaviourException or TenantStateException or ArgumentException or InvalidOperationException)
        {
            return refusal.Of(400, "BadRequest", wrong.Message);
        }
    }

    // A name of somebody else's that leads here is how a web page gets around that.
    private static bool IsOwn(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || System.Net.IPAddress.TryParse(host.Trim('[', ']'), out _);

    private Reply Behave(Incoming request)
    {
        lock (tenant.Gate)
        {
            tenant.Behaviour = BehaviourJson.Read(Body(request), tenant.Behaviour);
        }

        return Reply.Json(200, BehaviourJson.Write(tenant.Behaviour));
    }

    private Reply Clock() => Reply.Json(200, new JsonObject { ["now"] = tenant.Options.Time.GetUtcNow().UtcDateTime.ToString("O") });

    private Reply Advance(Incoming request)
    {
        if (tenant.Options.Time is not AdjustableTime clock)
        {
            return refusal.Of(409, "Conflict", "This tenant runs on a clock that nobody can move.");
        }

        if (Body(request)["advance"] is not JsonValue text || !text.TryGetValue<string>(out var written) || !ScalarCheck.TryDuration(written, out var by))
        {
            throw new JsonException("'advance' is a duration such as PT1H or P2D.");
        }

        clock.Advance(by);
        return Clock();
    }

    private Reply Forget()
    {
        log.Clear();
        return Reply.Nothing(204);
    }

    private Reply Become(Incoming request)
    {
        tenant.Become(Body(request));
        lock (tenant.Gate)
        {
            afterWrite?.Invoke();
        }

        return Reply.Nothing(204);
    }

    private static JsonObject Body(Incoming request) => request.Json() ?? throw new JsonException("The body is no JSON object.");
}
