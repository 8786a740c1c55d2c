using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Reconciler.Tests;

/// <summary>
/// Microsoft Graph, and who gives tokens for it, on a port of this machine: real sockets, with what it was told to answer. It knows
/// one application, whose secret is <see cref="Secret"/>, and one tenant.
/// </summary>
internal sealed class LoopbackGraph : IAsyncDisposable
{
    public const string TenantId = "7f3c0000-0000-4000-8000-000000000001";
    public const string Secret = "the-secret-of-the-application";
    public const string Token = "the-token-that-nobody-may-see";

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<string> _asked = new();

    private LoopbackGraph(WebApplication server) => _server = server;

    /// <summary>Method, path and query of every request but those for a token, in order.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    public int TokensGiven { get; private set; }

    /// <summary>The token that is given, and the one that is taken.</summary>
    public string Given { get; set; } = Token;

    /// <summary>The address without a path, ending with a slash.</summary>
    public Uri Authority => new(_server.Urls.First() + "/");

    public Uri Root => new(Authority, "v1.0/");

    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AZURE_CLIENT_ID"] = "11111111-0000-4000-8000-000000000001",
        ["AZURE_CLIENT_SECRET"] = Secret,
        ["AZURE_AUTHORITY_HOST"] = Authority.AbsoluteUri,
    };

    /// <summary>Listens. What answers is asked for everything but tokens; a certificate makes it speak TLS.</summary>
    public static async Task<LoopbackGraph> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.UseHttps(certificate);
            }
        }));
        var server = builder.Build();
        var graph = new LoopbackGraph(server);
        server.Run(context => graph.AnswerAsync(context, answer));
        await server.StartAsync();
        return graph;
    }

    /// <summary>Answers JSON.</summary>
    public static Task Json(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    /// <summary>Answers who the tenant is, and everything else by another.</summary>
    public static RequestDelegate Tenant(RequestDelegate otherwise, string id = TenantId) => context =>
        context.Request.Path == "/v1.0/organization"
            ? Json(context, $$"""{ "value": [ { "id": "{{id}}", "displayName": "Contoso" } ] }""")
            : otherwise(context);

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        if (context.Request.Path == $"/{TenantId}/oauth2/v2.0/token")
        {
            var form = await context.Request.ReadFormAsync();
            TokensGiven++;
            await (form["client_secret"] == Secret
                ? Json(context, $$"""{ "token_type": "Bearer", "expires_in": 3599, "access_token": "{{Given}}" }""")
                : Json(context, $$"""{ "error": "invalid_client", "error_description": "AADSTS7000215: Invalid client secret provided: client_secret={{form["client_secret"]}} is {{form["client_secret"]}}. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '1'.\r\nTrace ID: 1" }""", 401));
            return;
        }

        _asked.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (context.Request.Headers.Authorization != $"Bearer {Given}")
        {
            await Json(context, """{ "error": { "code": "InvalidAuthenticationToken", "message": "Access token is empty." } }""", 401);
            return;
        }

        await answer(context);
    }
}
