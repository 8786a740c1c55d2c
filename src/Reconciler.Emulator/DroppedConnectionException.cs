namespace Reconciler.Emulator;

/// <summary>
/// The connection broke before the answer was read: what a client sees of it is this exception, and a server over the emulator closes the
/// socket. Whether the request had its effect cannot be told from it.
/// </summary>
public sealed class DroppedConnectionException() : HttpRequestException(HttpRequestError.ResponseEnded, "The connection was closed before the answer was complete.");
