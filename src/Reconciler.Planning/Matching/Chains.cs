using System.Collections;

namespace Reconciler.Planning.Matching;

/// <summary>Items by a key that several can have, in their order. As a lookup, but without an object for every key: nearly every one is alone under its own.</summary>
internal sealed class Chains<TKey, TItem>
    where TKey : notnull
{
    private readonly IReadOnlyList<TItem> _items;
    private readonly Dictionary<TKey, int> _first;
    private readonly int[] _next;

    public Chains(IReadOnlyList<TItem> items, Func<TItem, TKey> keyOf)
    {
        (_items, _first, _next) = (items, new Dictionary<TKey, int>(items.Count), new int[items.Count]);
        for (var i = items.Count - 1; i >= 0; i--)
        {
            var key = keyOf(items[i]);
            _next[i] = _first.TryGetValue(key, out var next) ? next : -1;
            _first[key] = i;
        }
    }

    /// <summary>Those that share their key with another.</summary>
    public IEnumerable<TItem> Shared => _first.Values.Where(first => _next[first] >= 0).SelectMany(first => new Chain(this, first));

    public Chain this[TKey key] => new(this, _first.TryGetValue(key, out var first) ? first : -1);

    /// <summary>The items of one key.</summary>
    public readonly struct Chain(Chains<TKey, TItem> chains, int first) : IEnumerable<TItem>
    {
        public IEnumerator<TItem> GetEnumerator()
        {
            for (var i = first; i >= 0; i = chains._next[i])
            {
                yield return chains._items[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
