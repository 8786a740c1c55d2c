using System.Threading.Channels;

namespace Reconciler.Graph.Http;

/// <summary>How many things are read beside each other, however deep one reading starts others.</summary>
internal sealed class ReadingLimit
{
    /// <summary>Requests at a time that the service bears well (contract 1.6).</summary>
    public const int MostAtOnce = 4;

    private readonly Channel<int> _turns;

    public ReadingLimit(int most = MostAtOnce)
    {
        _turns = Channel.CreateBounded<int>(most);
        for (var turn = 0; turn < most; turn++)
        {
            _turns.Writer.TryWrite(turn);
        }
    }

    /// <summary>Works through the items, some beside each other; the first failure ends it.</summary>
    public static Task EachAsync<T>(IReadOnlyList<T> items, Func<T, int, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForAsync(
        0,
        items.Count,
        new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
        async (index, token) => await work(items[index], index, token));

    /// <summary>Does one thing when it is its turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var turn = await _turns.Reader.ReadAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Writer.TryWrite(turn);
        }
    }
}
