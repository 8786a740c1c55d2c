namespace Reconciler.Graph;

/// <summary>One request as a log may have it: nothing of its body, of its answer's, or of their headers.</summary>
/// <param name="Address">Path and query; of a request for a token the path alone.</param>
/// <param name="Status">The status of the answer; null where none came.</param>
/// <param name="Attempt">Which of the call's requests it was, from 1.</param>
/// <param name="RequestId">The service's id of the request.</param>
/// <param name="ClientRequestId">Our id of the call, the same for all its requests.</param>
public sealed record GraphRequestLog(
    string Method, string Address, int? Status, TimeSpan Elapsed, int Attempt, string? RequestId, string? ClientRequestId)
{
    /// <summary>Who was asked, with the port where it is not the usual one.</summary>
    public string Host { get; init; } = "";
}
