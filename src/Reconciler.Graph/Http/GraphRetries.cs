using System.Net;
using System.Text;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Reconciler.Graph.Http;

/// <summary>
/// Sends a call, and again while that is safe and the service may recover: as long as the service asks for or else longer and longer,
/// spread by chance, within what the run has left (contract 1.6).
/// </summary>
internal sealed class GraphRetries
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Shorter ones are over before somebody has read of them.
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(5);
    private static readonly ResiliencePropertyKey<Repetition> Key = new("repetition");

    private readonly GraphSender _sender;
    private readonly GraphOptions _options;
    private readonly ConcurrencyLimit _limit = new();
    private readonly RetryBudget _budget;
    private readonly Fuse _fuse;
    private readonly ResiliencePipeline<GraphAttempt> _calls;
    private readonly ResiliencePipeline<GraphAttempt> _requests;
    private string? _gaveUp;

    public GraphRetries(GraphSender sender, GraphOptions options)
    {
        (_sender, _options) = (sender, options);
        _budget = new RetryBudget(options.Time, options.MostWaiting, options.MostRepetitions);
        _fuse = new Fuse(options.Time);
        _calls = WithTimeout(options.CallTimeout).AddRetry(new RetryStrategyOptions<GraphAttempt>
        {
            MaxRetryAttempts = options.MostAttempts - 1,
            ShouldHandle = arguments => ValueTask.FromResult(MaySendAgain(arguments)),
            DelayGenerator = static _ => ValueTask.FromResult<TimeSpan?>(TimeSpan.Zero),
            OnRetry = async arguments => await DelayAsync(Of(arguments.Context).Wait, arguments.Context.CancellationToken),
        }).Build();
        _requests = WithTimeout(options.RequestTimeout).Build();
    }

    /// <summary>What came of the last request.</summary>
    public async Task<GraphAttempt> SendAsync(Repetition repetition, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(Key, repetition);
        try
        {
            return await _calls.ExecuteAsync(static async (context, self) => await self.TryAsync(Of(context), context.CancellationToken), context, this);
        }
        catch (TimeoutRejectedException late)
        {
            return new GraphAttempt(null, late);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Waits, out of what the run has, for as long as was asked or else by chance; false, at once, when there is not enough.</summary>
    public async Task<bool> WaitAsync(TimeSpan? asked, int? status, int attempts, CancellationToken cancellationToken)
    {
        var wait = asked ?? Spread(attempts - 1);
        if (!TryTake(new GraphWait(wait, status, asked is not null)))
        {
            Interlocked.CompareExchange(ref _gaveUp, OutOfPatience(), null);
            return false;
        }

        await DelayAsync(wait, cancellationToken);
        return !_options.Stop.IsCancellationRequested;
    }

    // Nothing is under way while nobody does anything but wait: somebody who asks the run to stop need not.
    private async Task DelayAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _options.Stop);
        try
        {
            await Task.Delay(wait, _options.Time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref _gaveUp, "The run was asked to stop.", null);
        }
    }

    private static Repetition Of(ResilienceContext context) => context.Properties.GetValue(Key, new Repetition(GraphCall.Get("", ""), null));

    private ResiliencePipelineBuilder<GraphAttempt> WithTimeout(TimeSpan? timeout)
    {
        var builder = new ResiliencePipelineBuilder<GraphAttempt> { TimeProvider = _options.Time };
        return timeout is { } longest ? builder.AddTimeout(longest) : builder;
    }

    private async Task<GraphAttempt> TryAsync(Repetition repetition, CancellationToken cancellationToken)
    {
        if (KeptBack(repetition) is { } early)
        {
            return early;
        }

        // One that was refused may have been carried out all the same, and would be there twice. Whoever looks takes a turn of his own.
        if (repetition is { HasLeft: true, Call.LookAsync: { } look } && await look() is { } there)
        {
            return new GraphAttempt(new GraphAnswer((int)HttpStatusCode.OK, Encoding.UTF8.GetBytes(there.ToJsonString()), null, null));
        }

        var number = await _limit.EnterAsync(cancellationToken);
        GraphAttempt? attempt = null;
        try
        {
            if (KeptBack(repetition) is { } late)
            {
                return attempt = late;
            }

            if (_fuse.Blown is { } failures)
            {
                repetition.GivenUp = $"The last {failures} requests failed, so that nothing is sent for a while.";
                return attempt = new GraphAttempt(null, new IOException("It is in trouble"));
            }

            repetition.Attempts++;
            attempt = await RequestAsync(repetition, cancellationToken);
            repetition.HasLeft |= !attempt.WasNotSent;
            _fuse.Note(attempt.IsSick);
            return attempt;
        }
        finally
        {
            _limit.Leave(number, attempt is null or { IsSick: true } ? null : attempt.IsThrottled);
        }
    }

    // Whoever asks beside the one that gave up would be refused like it, and say the same once more.
    private GraphAttempt? KeptBack(Repetition repetition)
    {
        repetition.TooLate = Volatile.Read(ref _gaveUp);
        return repetition.TooLate is null ? null : new GraphAttempt(null, new IOException("It was not asked"));
    }

    private async Task<GraphAttempt> RequestAsync(Repetition repetition, CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.ExecuteAsync(
                static async (state, token) => await state._sender.SendAsync(state.repetition.Call, state.repetition.ClientRequestId, state.repetition.Attempts, token),
                (_sender, repetition),
                cancellationToken);
        }
        catch (TimeoutRejectedException late)
        {
            return new GraphAttempt(null, late);
        }
    }

    private bool MaySendAgain(RetryPredicateArguments<GraphAttempt> arguments)
    {
        var repetition = Of(arguments.Context);
        if (arguments.Outcome.Result is not { } attempt || (repetition.GivenUp ?? repetition.TooLate) is not null
            || arguments.AttemptNumber >= _options.MostAttempts - 1 || !repetition.MayHelp(attempt))
        {
            return false;
        }

        repetition.Wait = attempt.Answer?.RetryAfter ?? Spread(arguments.AttemptNumber);
        if (!TryTake(new GraphWait(repetition.Wait, attempt.Answer?.Status, attempt.Answer?.RetryAfter is not null)))
        {
            var why = attempt.Answer?.RetryAfter > _options.MostWaiting ? $"It asks to be left alone for {Minutes(repetition.Wait)}, longer than a run waits." : OutOfPatience();
            repetition.TooLate = Interlocked.CompareExchange(ref _gaveUp, why, null);
            repetition.GivenUp = repetition.TooLate is null ? why : null;
            return false;
        }

        return true;
    }

    private bool TryTake(GraphWait wait)
    {
        var isTaken = _budget.TryTake(wait.Time, out var isNew);
        if (isTaken && isNew && wait.Time >= Noticed)
        {
            _options.Waiting?.Report(wait);
        }

        return isTaken;
    }

    // By chance between nothing and the longest: those that failed together do not come again together.
    private TimeSpan Spread(int attempt)
    {
        var longest = FirstWait * Math.Pow(2, attempt);
        return (longest < LongestWait ? longest : LongestWait) * Math.Clamp(_options.Chance(), 0, 1);
    }

    private string OutOfPatience() =>
        $"This run has waited for Graph as long, or asked again as often, as it may ({Minutes(_options.MostWaiting)}, {_options.MostRepetitions} times).";

    private static string Minutes(TimeSpan time) =>
        time.TotalMinutes >= 2 ? $"{Math.Round(time.TotalMinutes):0} minutes" : $"{Math.Round(time.TotalSeconds):0} seconds";
}
