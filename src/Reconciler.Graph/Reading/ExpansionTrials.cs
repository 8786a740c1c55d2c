using System.Collections.Concurrent;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Reading;

/// <summary>
/// Finds out how much the service expands in a listing of packages. What it has refused for one catalog it is not asked for another: until it has
/// answered once, one catalog asks while the others wait.
/// </summary>
internal sealed class ExpansionTrials
{
    private readonly ConcurrentDictionary<PackageExpansion, bool> _answered = [];
    private readonly ReadingLimit _oneTries = new(most: 1);
    private int _inTurn;

    /// <summary>What comes of the most that the service takes.</summary>
    public async Task<T> AskAsync<T>(bool hasExtensions, Func<PackageExpansion, Task<T>> ask, CancellationToken cancellationToken)
    {
        // Somebody else may have found out while this one waited.
        if (!IsKnown(hasExtensions) && await _oneTries.InTurnAsync<T[]>(async () => IsKnown(hasExtensions) ? [] : [await InTurnAsync(hasExtensions, ask)], cancellationToken) is [var answer])
        {
            return answer;
        }

        return await InTurnAsync(hasExtensions, ask);
    }

    private bool IsKnown(bool hasExtensions) => _answered.ContainsKey(Expansion(Volatile.Read(ref _inTurn), hasExtensions));

    private static PackageExpansion Expansion(int index, bool hasExtensions) =>
        PackageExpansion.InTurn[index] is var most && hasExtensions ? most : most with { Callouts = false };

    private async Task<T> InTurnAsync<T>(bool hasExtensions, Func<PackageExpansion, Task<T>> ask)
    {
        for (var index = Volatile.Read(ref _inTurn); ; index++)
        {
            try
            {
                var expansion = Expansion(index, hasExtensions);
                var answer = await ask(expansion);
                _answered[expansion] = true;
                Advance(index);
                return answer;
            }
            catch (TenantException refusal) when (refusal.Status == GraphRefusal.BadRequest && index < PackageExpansion.InTurn.Length - 1)
            {
                // Asked for less in the next turn.
            }
        }
    }

    private void Advance(int index)
    {
        for (var known = Volatile.Read(ref _inTurn); known < index; known = Volatile.Read(ref _inTurn))
        {
            Interlocked.CompareExchange(ref _inTurn, index, known);
        }
    }
}
