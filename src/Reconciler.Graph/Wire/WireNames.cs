using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Reconciler.Graph.Wire;

/// <summary>
/// The names of members, each kept once. An object that names a member twice is refused: nobody could say which one counts. Documents use one after the other, since the
/// next page names what this one did. Of one document at a time.
/// </summary>
internal sealed class WireNames
{
    private const int Buckets = 256;

    // Graph knows some hundreds; who answers with more is not remembered.
    private const int MostKept = 2_000;

    private const int MostOwners = 1 << 30;

    private const int Most = 10_000;

    [ThreadStatic]
    private static WireNames? _free;

    private readonly int[] _first = new int[Buckets];
    private readonly List<Known> _names = [new([], "", Other: 0)];

    // Only where many will ask.
    private readonly (string? Name, int Number, int Of)[] _asked;

    // By depth and name, the object that named it last.
    private readonly List<int[]> _owners = [];
    private int _firstOwner;
    private int _last;

    private WireNames(int asked) => _asked = new (string?, int, int)[asked];

    /// <summary>Whether one of the document's leads from inside of it to the rest of a list.</summary>
    public bool HasCutLists { get; private set; }

    /// <summary>Whether a name leads from inside of a document to the rest of a list.</summary>
    public bool IsCut(int name) => CollectionsMarshal.AsSpan(_names)[name].IsCut;

    public string this[int name] => CollectionsMarshal.AsSpan(_names)[name].Name;

    /// <summary>For one document alone, which nobody knows the end of.</summary>
    public static WireNames OfOne() => new(asked: 1);

    /// <summary>For a document that gives them back.</summary>
    public static WireNames Rent()
    {
        var names = _free ?? new WireNames(Buckets);
        _free = null;
        (names._last, names.HasCutLists) = (0, false);
        return names;
    }

    /// <summary>Gives them to the next document.</summary>
    /// <param name="owners">How many values the document had.</param>
    public void Return(int owners)
    {
        _firstOwner += owners;
        _free = _names.Count <= MostKept && _firstOwner < MostOwners ? this : null;
    }

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

        if (owners[name] == _firstOwner + owner)
        {
            throw new JsonException($"Duplicate property '{this[name]}' encountered.");
        }

        owners[name] = _firstOwner + owner;
        HasCutLists |= IsCut(name);
        return name;
    }

    /// <summary>The number of a name of nothing but ASCII, as all that is looked for is; 0 where no document had it.</summary>
    public int NumberOf(string name)
    {
        // Who asks asks with a constant.
        ref var asked = ref _asked[RuntimeHelpers.GetHashCode(name) % _asked.Length];
        if (!ReferenceEquals(asked.Name, name) || (asked.Number == 0 && asked.Of != _names.Count))
        {
            asked = (name, Look(name), _names.Count);
        }

        return asked.Number;
    }

    private int Look(string name)
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
        // After a name mostly comes the one that came after it before.
        var names = CollectionsMarshal.AsSpan(_names);
        var likely = names[_last].After;
        if (likely > 0 && spelled.SequenceEqual(names[likely].Spelled))
        {
            return _last = likely;
        }

        var found = Look(spelled, names);
        CollectionsMarshal.AsSpan(_names)[_last].After = found;
        return _last = found;
    }

    private int Look(ReadOnlySpan<byte> spelled, Span<Known> names)
    {
        var bucket = spelled.IsEmpty ? 0 : Bucket(spelled.Length, spelled[0], spelled[^1], spelled[spelled.Length / 2]);
        for (var at = _first[bucket]; at > 0; at = names[at].Other)
        {
            if (spelled.SequenceEqual(names[at].Spelled))
            {
                return at;
            }
        }

        // They are looked for one by one where somebody means to make that slow.
        if (_names.Count > Most)
        {
            throw new JsonException($"It names more than {Most} different members.");
        }

        _names.Add(new Known(spelled.ToArray(), Encoding.UTF8.GetString(spelled), _first[bucket]));
        return _first[bucket] = _names.Count - 1;
    }

    private record struct Known(byte[] Spelled, string Name, int Other)
    {
        /// <summary>What came after it the last time.</summary>
        public int After;

        public readonly bool IsCut = Name.Length > WireJson.NextLink.Length && Name.EndsWith(WireJson.NextLink, StringComparison.Ordinal);
    }
}
