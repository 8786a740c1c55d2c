using Azure.Core;
using Azure.Core.Pipeline;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.SigningIn;

/// <summary>Tells the log of each request for a token: where it went, what came of it, and never what was in it.</summary>
internal sealed class SignInLog(GraphOptions client) : HttpPipelinePolicy
{
    private const string RequestId = "x-ms-request-id";

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var began = client.Time.GetTimestamp();
        try
        {
            ProcessNext(message, pipeline);
        }
        finally
        {
            Tell(message, began);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var began = client.Time.GetTimestamp();
        try
        {
            await ProcessNextAsync(message, pipeline);
        }
        finally
        {
            Tell(message, began);
        }
    }

    // What stands behind the path can be a secret.
    private void Tell(HttpMessage message, long began)
    {
        var address = message.Request.Uri.ToUri();
        var response = message.HasResponse ? message.Response : null;
        client.Log?.Report(new GraphRequestLog(
            message.Request.Method.Method,
            Masking.Of(address.AbsolutePath),
            response?.Status,
            client.Time.GetElapsedTime(began),
            message.ProcessingContext.RetryNumber + 1,
            response?.Headers.TryGetValue(RequestId, out var id) is true ? Masking.Of(id) : null,
            null)
        {
            Host = address.Authority,
        });
    }
}
