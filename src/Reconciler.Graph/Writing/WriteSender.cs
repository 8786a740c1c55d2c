using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>
/// Sends a write until it is made, and never twice: one that builds on something new is sent again until the service sees that, and before
/// one that makes something is sent again, for whatever reason, it is looked for (contract 1.2, 1.5).
/// </summary>
internal sealed class WriteSender(GraphHttp http, RunMemory memory)
{
    private const int MostTries = 6;

    public TimeProvider Time => http.Time;

    /// <summary>Sends what can be sent twice and is made once.</summary>
    /// <param name="buildsOn">The ids of what it needs.</param>
    public Task<JsonObject> SendAsync(GraphCall call, IEnumerable<string?> buildsOn, CancellationToken cancellationToken) =>
        SendAsync(call, buildsOn, look: null, looksWhenRefused: false, cancellationToken);

    /// <summary>Sends what makes something.</summary>
    /// <param name="look">Finds what it makes, once that is there.</param>
    /// <param name="looksWhenRefused">Whether a plain refusal too can mean that it is there: what the service answers to some duplicates is published nowhere.</param>
    public async Task<JsonObject> SendAsync(
        GraphCall call, IEnumerable<string?> buildsOn, Func<Task<JsonObject?>>? look, bool looksWhenRefused, CancellationToken cancellationToken)
    {
        var needed = buildsOn.OfType<string>().ToList();
        var isOnNew = needed.Exists(memory.IsMade);
        var patience = Patience.ForEffects(http.Time);
        var mustLook = false;
        for (var doubts = 0; ;)
        {
            TenantException trouble;
            try
            {
                if (mustLook && look is not null && await look() is { } made)
                {
                    return made;
                }

                mustLook = false;
                return await http.SendAsync(call with { LookAsync = look }, cancellationToken);
            }
            catch (TenantException refusal)
            {
                trouble = refusal;
            }

            if (isOnNew && Trouble.IsNotYet(trouble))
            {
                mustLook = true;
            }
            else
            {
                // Who asks to be left alone is not even asked whether it is there.
                if (Trouble.IsLost(trouble) && trouble.RetryAfter is { } asked && !await http.WaitAsync(asked, trouble.Status, doubts, cancellationToken))
                {
                    throw trouble;
                }

                if (await IsThereAsync(trouble, look, looksWhenRefused, cancellationToken) is { } there)
                {
                    return there;
                }

                if (!MayTryAgain(trouble, look is not null) || ++doubts == MostTries)
                {
                    throw trouble.Status == GraphRefusal.NotFound && needed.Count > 0 ? trouble.Saying("It, or what it belongs to, has gone since it was planned. Plan again.") : trouble;
                }
            }

            if (!await patience.WaitAsync(cancellationToken))
            {
                throw trouble;
            }
        }
    }

    private static bool MayTryAgain(TenantException trouble, bool canLook) =>
        trouble.Status == GraphRefusal.Conflict || (canLook && Trouble.IsLost(trouble));

    private async Task<JsonObject?> IsThereAsync(
        TenantException trouble, Func<Task<JsonObject?>>? look, bool looksWhenRefused, CancellationToken cancellationToken)
    {
        var isLost = Trouble.IsLost(trouble);
        if (look is null || !(isLost || trouble.Status == GraphRefusal.Conflict || (looksWhenRefused && trouble.Status == GraphRefusal.BadRequest)))
        {
            return null;
        }

        // It may be there and not listed yet; sent again too early it would be there twice.
        var patience = new Patience(http.Time, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8));
        try
        {
            while (true)
            {
                if (await look() is { } there)
                {
                    return there;
                }

                if (!isLost || !await patience.WaitAsync(cancellationToken))
                {
                    return null;
                }
            }
        }
        catch (TenantException blind) when (isLost && blind.Problem != TenantProblem.Refused)
        {
            throw trouble.Saying("It may have been made all the same. Plan again to see.");
        }
    }
}
