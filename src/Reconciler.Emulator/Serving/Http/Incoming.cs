using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Reconciler.Emulator.Serving.Http;

/// <summary>A request that came over the wire, read to its end.</summary>
internal sealed record Incoming(HttpContext Context, Uri Uri, string Target, byte[] Body)
{
    public string Method => Context.Request.Method;

    public string Path => Uri.AbsolutePath;

    public string? ClientRequestId => Context.Request.Headers["client-request-id"].ToString() is { Length: > 0 } id ? id : null;

    /// <summary>Scheme, host and port as the caller wrote them: links in answers lead back to here.</summary>
    public string Authority => Uri.GetLeftPart(UriPartial.Authority);

    public bool IsLocal => Context.Connection.RemoteIpAddress is not { } from || System.Net.IPAddress.IsLoopback(from);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Null when the body is no JSON object.</summary>
    public JsonObject? Json()
    {
        try
        {
            return Body.Length == 0 ? null : JsonNode.Parse(Body, documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException)
        {
            // The second is what a key that is half of a surrogate pair ends in.
            return null;
        }
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than the server takes, or breaks off.</exception>
    public static async Task<Incoming> ReadAsync(HttpContext context)
    {
        var target = TargetOf(context);
        var address = $"{context.Request.Scheme}://{context.Request.Host.Value}{target}";
        if (!target.StartsWith('/') || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            throw new BadHttpRequestException("The request's host or path is malformed.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new(context, uri, target, body.ToArray());
    }

    /// <summary>As it was sent, still encoded.</summary>
    public static string TargetOf(HttpContext context) => context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
}
