using System.Collections.Concurrent;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>Collects what could not be read, so that one failed part does not hide the others and is never taken for absence.</summary>
internal sealed class Gaps
{
    private readonly ConcurrentBag<TenantException> _troubles = [];

    public EquatableArray<string> Sentences =>
        _troubles.Select(trouble => trouble.Message).Distinct().Order(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The part, or <paramref name="otherwise"/> with a gap noted.</summary>
    public async Task<T> TryAsync<T>(Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (TenantException trouble) when (!trouble.EndsTheRun)
        {
            _troubles.Add(trouble);
            return otherwise;
        }
    }

    /// <summary>The refusal, where none of the parts may be read at all, or none was answered; null otherwise.</summary>
    public TenantException? RefusalOfAll(int parts) =>
        _troubles.Count == parts && (_troubles.All(trouble => trouble.Problem == TenantProblem.NotPermitted && trouble.Status is 401 or 403)
            || _troubles.All(trouble => trouble.Problem == TenantProblem.Unavailable))
            ? _troubles.First()
            : null;
}
