using System.Globalization;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Behaving;

/// <summary>Decides what goes wrong with which request. Its count starts again with the process; it is asked under the tenant's lock.</summary>
internal sealed class Fortune(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly int[] ServerErrors = [500, 502, 503, 504];

    private long _requests;
    private DateTimeOffset _windowEnd;
    private int _answeredInWindow;

    /// <summary>The draw of the request being answered.</summary>
    public Draw Draw { get; private set; }

    /// <summary>Null when nothing does.</summary>
    public Fault? Next(GraphRequest request, Faults faults, ScriptRun? script)
    {
        Draw = new(faults.Seed, ++_requests);
        var isEnvelope = request.Path == Batch.Path;
        if (script?.Next(request) is { } step)
        {
            return step.Status is { } status
                ? Fault.Answered(step.AfterEffect, status, step.Code, step.RetryAfter?.ToString(CultureInfo.InvariantCulture))
                : Fault.Dropped(step.AfterEffect);
        }

        if (!isEnvelope && faults.RequestsPerWindow is { } limit && LeftOfWindow(limit) is { } rest)
        {
            return Throttled(faults, rest);
        }

        var spared = request.IsInBatch ? BatchFaults.EnvelopeOnly : isEnvelope ? BatchFaults.InnerOnly : (BatchFaults?)null;
        return faults.Batches == spared ? null : Drawn(request, faults);
    }

    private Fault? Drawn(GraphRequest request, Faults faults)
    {
        if (!request.IsInBatch && Draw.Meets(faults.DroppedBefore, 1))
        {
            return Fault.Dropped(afterEffect: false);
        }

        if (Draw.Meets(faults.Throttled, 2))
        {
            return Throttled(faults, faults.RetryAfterDelay);
        }

        if (Draw.Meets(faults.ServerErrorsBefore, 3))
        {
            return Fault.Answered(afterEffect: false, ServerError(faults), code: null, retryAfter: null);
        }

        if (!request.IsInBatch && Draw.Meets(faults.DroppedAfter, 4))
        {
            return Fault.Dropped(afterEffect: true);
        }

        return Draw.Meets(faults.ServerErrorsAfter, 5)
            ? Fault.Answered(afterEffect: true, ServerError(faults), code: null, retryAfter: null)
            : null;
    }

    /// <summary>Counts the request; null while the window has room.</summary>
    private TimeSpan? LeftOfWindow(int limit)
    {
        var now = time.GetUtcNow();
        if (now >= _windowEnd)
        {
            _windowEnd = now + Window;
            _answeredInWindow = 0;
        }

        return _answeredInWindow++ < limit ? null : _windowEnd - now;
    }

    private Fault Throttled(Faults faults, TimeSpan wait)
    {
        var text = faults.RetryAfter switch
        {
            RetryAfterForm.Seconds => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),

            // A date has whole seconds; one rounded down would be too early.
            RetryAfterForm.Date => (time.GetUtcNow() + wait).AddSeconds(1).AddTicks(-1).ToString("R", CultureInfo.InvariantCulture),
            _ => null,
        };
        return Fault.Answered(afterEffect: false, 429, code: null, text);
    }

    private int ServerError(Faults faults) => faults.ServerErrorStatus ?? ServerErrors[(int)(Draw.Of(6) * ServerErrors.Length)];
}
