using System.Net;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Behaving;

/// <summary>What goes wrong with one request: an answer instead of the true one, or no answer at all.</summary>
internal sealed record Fault(bool AfterEffect, GraphErrorException? Refusal)
{
    public static Fault Dropped(bool afterEffect) => new(afterEffect, null);

    public static Fault Answered(bool afterEffect, int status, string? code, string? retryAfter) => new(
        afterEffect,
        new((HttpStatusCode)status, code ?? Usual(status).Code, Usual(status).Message) { RetryAfter = retryAfter });

    /// <summary>What to throw for it.</summary>
    public Exception Exception() => Refusal ?? (Exception)new DroppedConnectionException();

    private static (string Code, string Message) Usual(int status) => status switch
    {
        400 => ("BadRequest", "The request is not valid."),
        401 => ("InvalidAuthenticationToken", "Access token has expired or is not yet valid."),
        403 => ("UnAuthorized", "User is not authorized to perform the operation. Reason: Unauthorized"),
        404 => ("ResourceNotFound", "The resource was not found."),
        409 => ("DuplicateKey", "There is already a duplicated entity."),
        429 => ("TooManyRequests", "Too many requests from Identifier:emulator under category:throttle.msgraph.identitygovernance.app.10s. Please try again later."),
        500 => ("InternalServerError", "An internal server error has occurred."),
        502 => ("BadGateway", "The gateway got no valid answer."),
        503 => ("ServiceUnavailable", "The service is unavailable."),
        504 => ("GatewayTimeout", "The gateway got no answer in time."),
        _ => ("UnknownError", ""),
    };
}
