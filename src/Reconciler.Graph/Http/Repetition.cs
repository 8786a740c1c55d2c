namespace Reconciler.Graph.Http;

/// <summary>What is known of a call between its requests.</summary>
internal sealed class Repetition(GraphCall call, string? clientRequestId)
{
    public GraphCall Call => call;

    public string? ClientRequestId => clientRequestId;

    /// <summary>How many requests were sent.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether a request has left, so that something may have come of it, whatever was answered.</summary>
    public bool HasLeft { get; set; }

    /// <summary>The wait before the next request.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>Why no request follows that would have, as a sentence; it is true for other calls too.</summary>
    public string? GivenUp { get; set; }

    /// <summary>Why another of the run's calls has given up, so that nothing of this one is sent any more; null where none has.</summary>
    public string? TooLate { get; set; }

    /// <summary>Whether the service will not have acted on the last request, or acting twice does no harm.</summary>
    public bool MayHelp(GraphAttempt attempt) =>
        attempt.WasNotSent || attempt.IsThrottled
        || (call.IsRepeatable && (attempt.Lost is not null || attempt.Answer?.Status switch
        {
            500 or 502 or 503 or 504 => true,

            // Nothing conflicts with a read: the service is still making what was asked for (contract 12).
            409 => call.Method == HttpMethod.Get,
            _ => false,
        }));
}
