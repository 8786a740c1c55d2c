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

    /// <summary>The number of a name of nothing but ASCII, as all that is looked for is; 0 where the document does not have it.</summary>
    public int NumberOf(string name)
    {
        var names = CollectionsMarshal.AsSpan(_names);
        var at = _first[name.Length == 0 ? 0 : Bucket(name.Length, name[0], name[^1], name[name.Length / 2])];
        while (at > 0 && names[at].Name != name)
        {
            at = names[at].Other;
        }

        return at;
    }

    // Names differ in their length and ends.
    private static int Bucket(int length, int first, int last, int middle) => ((length * 31) + (first * 7) + (last * 13) + (middle * 3)) % Buckets;

    private int Find(ReadOnlySpan<byte> spelled)
    {
        var bucket = spelled.IsEmpty ? 0 : Bucket(spelled.Length, spelled[0], spelled[^1], spelled[spelled.Length / 2]);
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
