using System.Collections.Concurrent;

namespace Reconciler.Declarations.Reading;

/// <summary>The path of a value within its declaration. Each is made once and knows those below it: thousands of declarations have the same ones.</summary>
internal sealed class TrailPath
{
    // Most paths have nothing below them.
    private ConcurrentDictionary<string, TrailPath>? _keys;
    private ConcurrentDictionary<int, TrailPath>? _items;

    private TrailPath(string text) => Text = text;

    /// <summary>Keys joined by dots, list items by index; empty for the declaration itself.</summary>
    public string Text { get; }

    public static TrailPath NewRoot() => new("");

    public TrailPath Then(string key)
    {
        var keys = LazyInitializer.EnsureInitialized(ref _keys, () => new ConcurrentDictionary<string, TrailPath>(StringComparer.Ordinal));
        return keys.TryGetValue(key, out var known) ? known : keys.GetOrAdd(key, new TrailPath(Text.Length == 0 ? key : $"{Text}.{key}"));
    }

    public TrailPath Item(int index)
    {
        var items = LazyInitializer.EnsureInitialized(ref _items, () => new ConcurrentDictionary<int, TrailPath>());
        return items.TryGetValue(index, out var known) ? known : items.GetOrAdd(index, new TrailPath($"{Text}[{index}]"));
    }
}
