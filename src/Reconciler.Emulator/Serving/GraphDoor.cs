using System.Net.Http.Headers;
using System.Text;
using Reconciler.Emulator.Serving.Access;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.Serving.SignIn;

namespace Reconciler.Emulator.Serving;

/// <summary>Hands requests of Graph's addresses to the tenant, once their token is in order.</summary>
internal sealed class GraphDoor(HttpMessageInvoker graph, TokenMint mint, GraphRefusal refusal, bool isOpen)
{
    private const string Scheme = "Bearer ";

    private static readonly Lazy<byte[]> Described = new(() => Encoding.UTF8.GetBytes(Metadata.Write()));

    public static bool Owns(string path) =>
        path.StartsWith("/v1.0/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/beta/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers as the tenant does.</summary>
    /// <exception cref="HttpRequestException">The tenant drops the connection.</exception>
    public async Task<Reply> AnswerAsync(Incoming request)
    {
        if (request.Method == "GET" && string.Equals(request.Path, "/v1.0/$metadata", StringComparison.OrdinalIgnoreCase))
        {
            return new(200, Described.Value) { ContentType = "application/xml" };
        }

        // Where nobody needs a token a web page that somebody has open would need none either.
        if (isOpen && request.Context.Request.Headers.Origin.Count > 0)
        {
            return refusal.Of(403, "Forbidden", "An open emulator answers programs, not web pages.");
        }

        Caller? caller = null;
        if (!isOpen)
        {
            var authorization = request.Context.Request.Headers.Authorization.ToString();
            (caller, var why) = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
                ? mint.Read(authorization[Scheme.Length..].Trim())
                : (null, "Access token is empty.");
            if (caller is null)
            {
                return refusal.Of(401, "InvalidAuthenticationToken", why, KeyValuePair.Create("WWW-Authenticate", "Bearer realm=\"\""));
            }
        }

        using var message = Message(request);
        caller?.Mark(message);
        using var answer = await graph.SendAsync(message, request.Context.RequestAborted);
        return await ReplyAsync(answer, request.Context.RequestAborted);
    }

    private static HttpRequestMessage Message(Incoming request)
    {
        var message = new HttpRequestMessage(HttpMethod.Parse(request.Method), request.Uri);
        if (request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(request.Body);
        }

        foreach (var (name, values) in request.Context.Request.Headers.Where(header => !header.Key.StartsWith(':') && header.Key != "Authorization"))
        {
            if (!message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return message;
    }

    private static async Task<Reply> ReplyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return new((int)answer.StatusCode, body)
        {
            ContentType = answer.Content.Headers.ContentType?.ToString() ?? "application/json",
            Headers = [.. Flat(answer.Headers), .. Flat(answer.Content.Headers).Where(header => header.Key is not ("Content-Type" or "Content-Length"))],
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Flat(HttpHeaders headers) =>
        headers.NonValidated.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value)));
}
