using System.Net;

namespace Reconciler.Emulator.Routes;

/// <summary>A request that Graph refuses, with the status and code it answers (contract 1.2).</summary>
internal sealed class GraphErrorException(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>The header of this name, as text; null sends none.</summary>
    public string? RetryAfter { get; init; }

    public static GraphErrorException BadRequest(string code, string message) => new(HttpStatusCode.BadRequest, code, message);

    public static GraphErrorException InvalidModel(string detail) => BadRequest("InvalidModel", $"The model is invalid. {detail}");

    public static GraphErrorException InvalidQuery(string detail) => BadRequest("InvalidFilter", $"OData query is invalid: {detail}");

    public static GraphErrorException Duplicate() => new(HttpStatusCode.Conflict, "DuplicateKey", "There is already a duplicated entity.");

    public static GraphErrorException NotFound(string code, string message) => new(HttpStatusCode.NotFound, code, message);

    public static GraphErrorException NotImplemented(string what) =>
        new(HttpStatusCode.NotImplemented, "NotImplementedByEmulator", $"The emulator does not imitate {what} yet; Graph may well have it.");
}
