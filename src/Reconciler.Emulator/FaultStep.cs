namespace Reconciler.Emulator;

/// <summary>One step of a <see cref="FaultScript"/>: which request, and what becomes of it.</summary>
public sealed record FaultStep
{
    /// <summary>Null fits every method. A request inside a batch is a request like any other.</summary>
    public string? Method { get; init; }

    /// <summary>The path below <c>/v1.0</c> without the query, in any case; <c>…</c> or <c>*</c> stands for any text, also none.</summary>
    public required string Path { get; init; }

    /// <summary>Which of the requests that fit, from 1; null is every one.</summary>
    public int? Nth { get; init; }

    /// <summary>The status answered, 400 to 599; null where the connection breaks instead.</summary>
    public int? Status { get; init; }

    /// <summary>The error code answered; null is the usual one of the status.</summary>
    public string? Code { get; init; }

    /// <summary>Answered as <c>Retry-After</c>, in whole seconds.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The request has its effect first; only the answer is lost or replaced.</summary>
    public bool AfterEffect { get; init; }
}
