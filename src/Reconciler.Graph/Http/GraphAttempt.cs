namespace Reconciler.Graph.Http;

/// <summary>What came of sending a call once: an answer, or what stood in its way.</summary>
internal sealed record GraphAttempt(GraphAnswer? Answer, Exception? Lost = null)
{
    /// <summary>Whether the request certainly never left, so that nothing can have come of it.</summary>
    public bool WasNotSent => Lost is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };

    /// <summary>Whether it speaks of a service in trouble; what is not imitated or not allowed does not.</summary>
    public bool IsSick => Lost is not null || Answer?.Status is 500 or 502 or 503 or 504;

    public bool IsThrottled => Answer?.Status == 429;
}
