using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>
/// A value as Graph sent it, read where it lies: in the bytes of an answer, which costs next to nothing, or in nodes that a write is made of.
/// Members may be missing, null or of another kind than documented.
/// </summary>
internal readonly struct WireValue
{
    private readonly WireDocument? _document;
    private readonly int _index;
    private readonly JsonNode? _node;

    public WireValue(WireDocument document, int index) => (_document, _index) = (document, index);

    private WireValue(JsonNode? node) => _node = node;

    /// <summary>An object as if it had been answered so.</summary>
    public static WireValue Answered(JsonObject value, UnnamedReferences? references) =>
        WireDocument.Of(JsonSerializer.SerializeToUtf8Bytes(value), references).Root;

    public bool IsNull => Kind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsObject => Kind is JsonValueKind.Object;

    public bool IsArray => Kind is JsonValueKind.Array;

    /// <summary>What a reading names without a name; null where nothing is read.</summary>
    public UnnamedReferences? References => _document?.References;

    private JsonValueKind Kind => _document is not null ? _document.KindOf(_index) : _node?.GetValueKind() ?? JsonValueKind.Undefined;

    /// <summary>The member; null where there is none.</summary>
    public WireValue this[string member] =>
        _document is null ? new((_node as JsonObject)?[member])
        : _document.Find(_index, member) is var found && found >= 0 ? new(_document, found)
        : default;

    public static implicit operator WireValue(JsonNode? node) => new(node);

    /// <summary>Whether there is such a member, be it null.</summary>
    public bool Has(string member) => _document is null ? _node is JsonObject owner && owner.ContainsKey(member) : _document.Find(_index, member) >= 0;

    public string? Text(string member) => this[member].AsText();

    public bool Flag(string member) => this[member].Kind is JsonValueKind.True;

    public int? Whole(string member)
    {
        var value = this[member];
        return value._document is not { } document ? value._node.Whole()
            : value.Kind is JsonValueKind.Number && Utf8Parser.TryParse(document.Raw(value._index), out int number, out var read) && read == document.Raw(value._index).Length ? number
            : null;
    }

    public DateTimeOffset? Moment(string member) => WireJson.Moment(Text(member));

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<WireValue> Items(string member)
    {
        var list = this[member];
        return list.Kind is not JsonValueKind.Array ? []
            : list._document is { } document ? document.Objects(list._index)
            : [.. (list._node as JsonArray ?? []).OfType<JsonObject>().Select(node => new WireValue(node))];
    }

    /// <summary>How many objects are in a list.</summary>
    public int Count(string member) => this[member] is { Kind: JsonValueKind.Array, _document: { } document } list ? document.CountOf(list._index) : Items(member).Count;

    /// <summary>What is made of the objects of a list, without those that nothing is made of.</summary>
    public EquatableArray<T> Made<T>(string member, Func<WireValue, T?> map)
        where T : class
    {
        var list = this[member];
        return list.Kind is JsonValueKind.Array && list._document is { } document ? document.Made(list._index, map) : Items(member).Select(map).OfType<T>().ToEquatableArray();
    }

    /// <summary>The id every entity has.</summary>
    public string Id() => Text("id") ?? throw WireJson.NoId();

    /// <summary>The type an object says it is of, without the prefix every type has; empty where it says none.</summary>
    public string TypeName() => WireJson.TypeName(Text(WireJson.TypeAnnotation));

    /// <summary>Whether a list inside it, however deep, was cut and says where it goes on (contract 1.4).</summary>
    public bool MayBeCut() =>
        _document is not null ? _document.HasCutListsIn(_index) : _node?.ToJsonString().Contains("nextLink", StringComparison.Ordinal) == true;

    /// <summary>What is made of an object or a list: what was made of the same bytes before, where the reader remembers (<see cref="WireMemory"/>).</summary>
    /// <param name="map">One and the same each time, that sees nothing but the value.</param>
    public T Once<T>(Func<WireValue, T> map)
        where T : class? =>
        _document is { Memory: { } memory } && (IsObject || IsArray) ? memory.Of(this, _document.Raw(_index), map) : map(this);

    /// <summary>The same, outliving the answer that it came with.</summary>
    public WireValue Kept() => _document is null or { IsKept: true } || !IsObject ? this : WireDocument.Of(_document.Raw(_index).ToArray(), _document.References).Root;

    /// <summary>A copy that can be changed.</summary>
    public JsonObject ToNode()
    {
        try
        {
            return (_document is null ? _node?.DeepClone() : WireNode.Parse(_document.Raw(_index))) as JsonObject ?? [];
        }
        catch (JsonException why)
        {
            throw NoUnicode(why);
        }
    }

    private static TenantException NoUnicode(Exception why) => new(TenantProblem.NotPermitted, "Graph answered a text that is no Unicode.", why);

    private string? AsText()
    {
        if (Kind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return _document is null ? _node?.GetValue<string>() : _document.Text(_index);
        }
        catch (Exception why) when (why is InvalidOperationException or ArgumentException)
        {
            throw NoUnicode(why);
        }
    }
}
