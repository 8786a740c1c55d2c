using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Reconciler.Graph.Wire;

/// <summary>The names of members in one document, each kept once. An object that names a member twice is refused: nobody could say which one counts.</summary>
internal sealed class WireNames
{
    private const int Buckets = 256;

    private readonly int[] _first = new int[Buckets];
    private readonly List<(byte[] Spelled, string Name, int Other)> _names = [([], "", 0)];

    // By depth and name, the object that named it last.
    private readonly List<int[]> _owners = [];

    public string this[int name] => CollectionsMarshal.AsSpan(_names)[name].Name;

    /// <summary>The number of the name that the reader is at.</summary>
    /// <param name="owner">The object that it is in, by a number of its own.</param>
    public int Take(ref Utf8JsonReader reader, int depth, int owner)
    {
        var name = Find(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString() ?? "") : reader.ValueSpan);
        while (_owners.Count <= depth)
        {
            _owners.Add([]);
        }

        var owners = _owners[depth];
        if (owners.Length <= name)
        {
            var length = owners.Length;
            Array.Resize(ref owners, (name + 1) * 2);
            owners.AsSpan(length).Fill(-1);
            _owners[depth] = owners;
        }

        if (owners[name] == owner)
        {
            throw new JsonException($"Duplicate property '{this[name]}' encountered.");
        }

        owners[name] = owner;
        return name;
    }

    private int Find(ReadOnlySpan<byte> spelled)
    {
        // Names differ in their length and ends.
        var bucket = spelled.IsEmpty ? 0 : ((spelled.Length * 31) + (spelled[0] * 7) + (spelled[^1] * 13) + (spelled[spelled.Length / 2] * 3)) % Buckets;
        var names = CollectionsMarshal.AsSpan(_names);
        for (var at = _first[bucket]; at > 0; at = names[at].Other)
        {
            if (spelled.SequenceEqual(names[at].Spelled))
            {
                return at;
            }
        }

        _names.Add((spelled.ToArray(), Encoding.UTF8.GetString(spelled), _first[bucket]));
        return _first[bucket] = _names.Count - 1;
    }
}
