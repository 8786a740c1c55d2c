using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Reconciler.Graph.Wire;

/// <summary>
/// What was made of values before. Policies of a tenant say the same over and over, byte for byte, and what is made of it cannot change: the second time it is
/// the same object. Holds a fixed number, the newest in the place of older ones, so that nothing that a service sends makes it grow or slow. Of one reader at a time.
/// </summary>
internal sealed class WireMemory
{
    private const int Slots = 4_096;

    // What is longer hardly comes twice.
    private const int MostBytes = 4_096;

    private const int MostCharacters = 256;

    private readonly Slot[] _slots = new Slot[Slots];
    private readonly string?[] _texts = new string?[Slots];

    /// <summary>What is made of the value, or was made of the same bytes by the same map.</summary>
    /// <param name="raw">The bytes of the value, which say all that <paramref name="map"/> sees.</param>
    public T Of<T>(WireValue value, ReadOnlySpan<byte> raw, Func<WireValue, T> map)
        where T : class?
    {
        if (raw.Length > MostBytes)
        {
            return map(value);
        }

        ref var slot = ref _slots[Hash(raw) % Slots];
        if (ReferenceEquals(slot.Map, map) && raw.SequenceEqual(slot.Raw.AsSpan(0, slot.Length)) && slot.Made is T known)
        {
            return known;
        }

        // What is inside of it may take the same place meanwhile.
        var made = map(value);
        slot.Take(map, raw, made);
        return made;
    }

    /// <summary>The text, or the same one as before.</summary>
    /// <param name="raw">Without anything escaped.</param>
    /// <exception cref="ArgumentException">It is none in that encoding.</exception>
    public string Text(ReadOnlySpan<byte> raw, Encoding encoding)
    {
        if (raw.Length > MostCharacters)
        {
            return encoding.GetString(raw);
        }

        ref var known = ref _texts[Hash(raw) % Slots];
        return known is { } text && text.Length == raw.Length && Ascii.Equals(raw, text) ? text : known = encoding.GetString(raw);
    }

    private static uint Hash(ReadOnlySpan<byte> raw)
    {
        var hash = (ulong)raw.Length;
        var words = MemoryMarshal.Cast<byte, ulong>(raw);
        foreach (var word in words)
        {
            hash = (BitOperations.RotateLeft(hash, 23) ^ word) * 0x9E3779B97F4A7C15;
        }

        foreach (var one in raw[(words.Length * sizeof(ulong))..])
        {
            hash = (BitOperations.RotateLeft(hash, 23) ^ one) * 0x9E3779B97F4A7C15;
        }

        return (uint)(hash >> 32);
    }

    private struct Slot
    {
        public Delegate? Map;
        public byte[]? Raw;
        public int Length;
        public object? Made;

        /// <summary>Keeps the bytes in the place of those before, where there is room.</summary>
        public void Take(Delegate map, ReadOnlySpan<byte> raw, object? made)
        {
            if (Raw is null || Raw.Length < raw.Length)
            {
                Raw = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)raw.Length)];
            }

            raw.CopyTo(Raw);
            (Map, Length, Made) = (map, raw.Length, made);
        }
    }
}
