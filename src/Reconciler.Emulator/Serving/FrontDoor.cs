using Microsoft.AspNetCore.Http;
using Reconciler.Emulator.Serving.Control;
using Reconciler.Emulator.Serving.Http;
using Reconciler.Emulator.Serving.SignIn;

namespace Reconciler.Emulator.Serving;

/// <summary>Takes every request, brings it to whom it is for, and writes down what became of it.</summary>
internal sealed class FrontDoor(GraphDoor graph, SignInDoor signIn, ControlDoor control, GraphRefusal refusal, RequestLog log, TimeProvider tenantTime, TimeProvider time)
{
    public async Task ServeAsync(HttpContext context)
    {
        var started = time.GetTimestamp();
        Incoming? request = null;
        Reply? reply;
        try
        {
            request = await Incoming.ReadAsync(context);
            reply = await AnswerAsync(request);
        }
        catch (BadHttpRequestException bad)
        {
            reply = bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? refusal.Of(bad.StatusCode, "RequestEntityTooLarge", "The request body is larger than the emulator takes.")
                : refusal.Of(bad.StatusCode, "BadRequest", bad.Message);
        }
        catch (DroppedConnectionException)
        {
            // The tenant drops the connection, as networks do.
            reply = null;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            reply = refusal.Of(500, "InternalServerError", $"The write could not be kept: {lost.Message}");
        }

        var encoded = reply is null ? null : ReplyWriter.Encode(context, reply);
        if (request is null || !ControlDoor.Owns(request.Path))
        {
            // Before it is sent: who has the answer finds the request in the log.
            log.Add(new(tenantTime.GetUtcNow(), context.Request.Method, QuerySecrets.Masked(Incoming.TargetOf(context)), reply?.Status ?? 0, time.GetElapsedTime(started), encoded?.Body.Length ?? 0)
            {
                ClientRequestId = request?.ClientRequestId,
                RequestId = reply?.RequestId,
                Inner = BatchContents.Of(request, reply),
            });
        }

        if (encoded is null)
        {
            context.Abort();
            return;
        }

        await ReplyWriter.SendAsync(context, encoded);
    }

    private async Task<Reply> AnswerAsync(Incoming request) =>
        GraphDoor.Owns(request.Path) ? await graph.AnswerAsync(request)
        : ControlDoor.Owns(request.Path) ? control.Answer(request)
        : signIn.Answer(request) ?? refusal.Of(404, "ResourceNotFound", $"There is nothing at {request.Path}; Graph is below /v1.0/.");
}
