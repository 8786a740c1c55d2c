using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Reconciler.Emulator.Serving.Http;

/// <summary>Sends a reply, compressed when the caller takes that and it is worth it.</summary>
internal static class ReplyWriter
{
    private const int WorthIt = 512;

    /// <summary>The reply as it is sent, which tells how many bytes that are.</summary>
    public static Reply Encode(HttpContext context, Reply reply)
    {
        if (reply.Body.Length < WorthIt || !TakesGzip(context.Request))
        {
            return reply;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(reply.Body);
        }

        return reply with { Body = packed.ToArray(), Headers = [.. reply.Headers, new("Content-Encoding", "gzip"), new("Vary", "Accept-Encoding")] };
    }

    public static async Task SendAsync(HttpContext context, Reply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (reply.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        response.ContentLength = reply.Body.Length;
        if (reply.Body.Length > 0)
        {
            response.ContentType = reply.ContentType;
        }

        // The answer to HEAD says how long a body would be, and has none.
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(reply.Body, context.RequestAborted);
        }
    }

    private static bool TakesGzip(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var codings)
        && codings.Any(coding => (coding.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase) || coding.Value == "*") && coding.Quality is not 0);
}
