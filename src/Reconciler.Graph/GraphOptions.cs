namespace Reconciler.Graph;

/// <summary>What a run gives the client: its clock, its ids, its chance, and how long it bears with a service in trouble.</summary>
public sealed record GraphOptions
{
    /// <summary>Every wait goes through it.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the id that the service logs a call by; where it is left out, calls have none of ours.</summary>
    public Func<Guid>? NewId { get; init; }

    /// <summary>Gives a number from 0 to 1 that spreads the waits of many, called from several threads; left out, every wait is the longest.</summary>
    public Func<double> Chance { get; init; } = () => 1;

    /// <summary>Hears of every request that was answered or lost, those for a token too.</summary>
    public IProgress<GraphRequestLog>? Log { get; init; }

    /// <summary>Hears what was answered to a sign-in that failed, to its end: a message has the first sentence of it.</summary>
    public IProgress<string>? SaidToSignIn { get; init; }

    /// <summary>Hears of every wait that somebody would wonder about; of those at the same time, which are one to whoever waits, only of the first.</summary>
    public IProgress<GraphWait>? Waiting { get; init; }

    /// <summary>Says that the run is to stop: what is under way is ended, and nobody waits for the service any more.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>What every request passes through before it is signed; nothing, but in tests.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> Through { get; init; } = handler => handler;

    /// <summary>How long one request may take with its answer; for ever where it is left out.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>How long one call may take with all its repetitions; for ever where it is left out.</summary>
    public TimeSpan? CallTimeout { get; init; }

    /// <summary>How long a way to sign in may take that needs no person; for ever where it is left out.</summary>
    public TimeSpan? SignInTimeout { get; init; }

    /// <summary>How long a run waits for the service altogether; waits at the same time count once.</summary>
    public TimeSpan MostWaiting { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a run sends requests again, altogether.</summary>
    public int MostRepetitions { get; init; } = 1000;

    /// <summary>How often one request is sent at most, at least twice.</summary>
    public int MostAttempts { get; init; } = 6;

    /// <summary>Bytes that an answer may have once it is unpacked.</summary>
    public int LargestAnswer { get; init; } = 64 * 1024 * 1024;
}
