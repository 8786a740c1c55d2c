using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>
/// JSON as it came, with a note of where each value lies: the name of a member is looked up once, when it is read, and then compared by a number's worth of work.
/// <see cref="JsonDocument"/> does the same, and takes five times as long to find a member. What it refuses is refused here: it is read by the same reader.
/// </summary>
internal sealed class WireDocument : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly WireNames _names;
    private readonly bool _isRented;
    private byte[] _bytes;
    private WireEntry[] _entries;
    private int _count;

    private WireDocument(byte[] bytes, int start, int length, bool isRented)
    {
        (_bytes, _isRented, _names) = (bytes, isRented, isRented ? WireNames.Rent() : WireNames.OfOne());
        _entries = ArrayPool<WireEntry>.Shared.Rent(Math.Max(16, length / 12));
        try
        {
            Read(bytes.AsSpan(start, length), start);
        }
        catch (Exception why)
        {
            Dispose();
            throw why as JsonException ?? new JsonException("A name in it is no Unicode.", why);
        }
    }

    public WireValue Root => new(this, 0);

    /// <summary>What is remembered of documents before, where somebody remembers.</summary>
    public WireMemory? Memory { get; set; }

    /// <summary>What it names without a name, where a tenant is read.</summary>
    public UnnamedReferences? References { get; init; }

    /// <summary>Reads bytes that are rented of the shared pool, and that the document gives back when it is disposed of: nobody else may hold them.</summary>
    /// <exception cref="JsonException">It is no JSON, or an object in it names a member twice.</exception>
    public static WireDocument Take(ReadOnlyMemory<byte> rented, UnnamedReferences? references = null) =>
        MemoryMarshal.TryGetArray(rented, out var bytes) && bytes.Array is { } array
            ? new WireDocument(array, bytes.Offset, bytes.Count, isRented: true) { References = references }
            : throw new ArgumentException("It is no array.", nameof(rented));

    /// <summary>Reads bytes that are the document's own, and that nobody has to dispose of.</summary>
    public static WireDocument Of(byte[] bytes, UnnamedReferences? references = null) => new(bytes, 0, bytes.Length, isRented: false) { References = references };

    public bool IsKept => !_isRented;


    public JsonValueKind KindOf(int index) => _entries[index].Kind;

    /// <summary>Whether a list inside of a value was cut, however deep.</summary>
    public bool HasCutListsIn(int owner)
    {
        if (_names.HasCutLists)
        {
            for (var index = owner + 1; index < _entries[owner].Next; index++)
            {
                if (_names.IsCut(_entries[index].Name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The index of a member; -1 where there is none.</summary>
    public int Find(int owner, string member)
    {
        var entries = _entries;
        if (entries[owner].Kind is JsonValueKind.Object && _names.NumberOf(member) is > 0 and var name)
        {
            var end = entries[owner].Next;
            for (var index = owner + 1; index < end; index = entries[index].Next)
            {
                if (entries[index].Name == name)
                {
                    return index;
                }
            }
        }

        return -1;
    }

    /// <summary>How many objects are in a list.</summary>
    public int CountOf(int list)
    {
        var (entries, count) = (_entries, 0);
        for (var index = list + 1; index < entries[list].Next; index = entries[index].Next)
        {
            count += entries[index].Kind is JsonValueKind.Object ? 1 : 0;
        }

        return count;
    }

    /// <summary>The objects of a list.</summary>
    public WireValue[] Objects(int list)
    {
        var (entries, count) = (_entries, CountOf(list));
        var objects = count == 0 ? [] : new WireValue[count];
        for (int index = list + 1, at = 0; at < count; index = entries[index].Next)
        {
            if (entries[index].Kind is JsonValueKind.Object)
            {
                objects[at++] = new WireValue(this, index);
            }
        }

        return objects;
    }

    /// <summary>What is made of the objects of a list, without those that nothing is made of.</summary>
    public EquatableArray<T> Made<T>(int list, Func<WireValue, T?> map)
        where T : class
    {
        var (entries, end, count) = (_entries, _entries[list].Next, CountOf(list));
        var (made, filled) = (count == 0 ? [] : new T[count], 0);
        for (var index = list + 1; index < end; index = entries[index].Next)
        {
            if (entries[index].Kind is JsonValueKind.Object && map(new WireValue(this, index)) is { } one)
            {
                made[filled++] = one;
            }
        }

        return new EquatableArray<T>(ImmutableCollectionsMarshal.AsImmutableArray(filled == count ? made : made[..filled]));
    }

    /// <summary>The value as it is spelled; a text without its quotes.</summary>
    public ReadOnlySpan<byte> Raw(int index) => _bytes.AsSpan(_entries[index].Start, _entries[index].Length);

    /// <summary>The text.</summary>
    /// <exception cref="ArgumentException">It is no UTF-8.</exception>
    /// <exception cref="InvalidOperationException">It is half of a character.</exception>
    public string Text(int index)
    {
        var raw = Raw(index);
        if (!_entries[index].IsEscaped)
        {
            return raw.IsEmpty ? "" : Memory is { } memory ? memory.Text(raw, Strict) : Strict.GetString(raw);
        }

        var reader = new Utf8JsonReader(_bytes.AsSpan(_entries[index].Start - 1, raw.Length + 2));
        reader.Read();
        return reader.GetString() ?? "";
    }

    public void Dispose()
    {
        var (bytes, entries) = (_bytes, _entries);
        (_bytes, _entries) = ([], []);
        if (entries.Length > 0 && _isRented)
        {
            ArrayPool<WireEntry>.Shared.Return(entries);
        }

        if (bytes.Length > 0 && _isRented)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        if (_count > 0 && _isRented)
        {
            _names.Return(_count);
            _count = 0;
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        _ => JsonValueKind.Null,
    };

    private void Read(ReadOnlySpan<byte> bytes, int first)
    {
        var mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(bytes[mark..]);
        mark += first;
        var open = new Stack<int>();
        var (count, name) = (0, 0);
        while (reader.Read())
        {
            var start = mark + (int)reader.TokenStartIndex;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = _names.Take(ref reader, open.Count, open.Peek());
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    ref var closed = ref _entries[open.Pop()];
                    (closed.Length, closed.Next) = (start + 1 - closed.Start, count);
                    continue;
            }

            if (count == _entries.Length)
            {
                Grow();
            }

            var isText = reader.TokenType is JsonTokenType.String;
            _entries[count] = new WireEntry
            {
                Start = isText ? start + 1 : start,
                Length = reader.ValueSpan.Length,
                Next = count + 1,
                Name = name,
                Kind = KindOf(reader.TokenType),
                IsEscaped = isText && reader.ValueIsEscaped,
            };
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(count);
            }

            (count, name) = (count + 1, 0);
        }

        _count = count;
    }

    private void Grow()
    {
        var larger = ArrayPool<WireEntry>.Shared.Rent(_entries.Length * 2);
        _entries.CopyTo(larger, 0);
        ArrayPool<WireEntry>.Shared.Return(_entries);
        _entries = larger;
    }
}
