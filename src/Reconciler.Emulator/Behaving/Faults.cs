namespace Reconciler.Emulator.Behaving;

/// <summary>
/// Faults of the way and of the service, the same for the same seed and the same requests in the same order (contract 1.6, 1.7). Of several
/// that would strike one request the first does, in the order of the members here, those before the effect first.
/// </summary>
public sealed record Faults
{
    /// <summary>Decides every draw together with the number of the request.</summary>
    public int Seed { get; init; }

    /// <summary>Requests answered in a window of 10 seconds before the rest of it answers 429; null is no limit (question 9 of 24).</summary>
    public int? RequestsPerWindow { get; init; }

    /// <summary>The connection breaks before anything happened.</summary>
    public Frequency DroppedBefore { get; init; }

    /// <summary>The connection breaks when everything has happened and only the answer is missing.</summary>
    public Frequency DroppedAfter { get; init; }

    /// <summary>429 TooManyRequests, before the effect.</summary>
    public Frequency Throttled { get; init; }

    /// <summary>How a 429 says when to come back.</summary>
    public RetryAfterForm RetryAfter { get; init; }

    /// <summary>What a 429 asks to wait, where no window decides it.</summary>
    public TimeSpan RetryAfterDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A 5xx before anything happened.</summary>
    public Frequency ServerErrorsBefore { get; init; }

    /// <summary>A 5xx though everything has happened.</summary>
    public Frequency ServerErrorsAfter { get; init; }

    /// <summary>Which 5xx; null draws one of 500, 502, 503 and 504.</summary>
    public int? ServerErrorStatus { get; init; }

    /// <summary>What of a batch is struck; connections only break as a whole (contract 1.7).</summary>
    public BatchFaults Batches { get; init; }

    /// <summary>A list is answered as it was <see cref="Staleness"/> ago: what was made since is missing, what was deleted is there (contract 1.5).</summary>
    public Frequency StaleLists { get; init; }

    /// <summary>How old a stale list is.</summary>
    public TimeSpan Staleness { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Waited before each answer.</summary>
    public TimeSpan Latency { get; init; }
}

/// <summary>The forms of <c>Retry-After</c>, one of which is none (contract 1.6).</summary>
public enum RetryAfterForm
{
    Seconds,
    Date,
    Absent,
}

/// <summary>Which requests of a batch faults strike.</summary>
public enum BatchFaults
{
    /// <summary>The batch as any other request, and each request in it.</summary>
    Everywhere,
    EnvelopeOnly,
    InnerOnly,
}
