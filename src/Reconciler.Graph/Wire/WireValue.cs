using System.Runtime.InteropServices;
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
    private readonly JsonElement _element;
    private readonly JsonNode? _node;

    private WireValue(JsonElement element) => _element = element;

    private WireValue(JsonNode? node) => _node = node;

    public bool IsNull => Kind is JsonValueKind.Undefined or JsonValueKind.Null;

    public bool IsObject => Kind is JsonValueKind.Object;

    public bool IsArray => Kind is JsonValueKind.Array;

    private JsonValueKind Kind => _node is null ? _element.ValueKind : _node.GetValueKind();

    /// <summary>The member; null where there is none.</summary>
    public WireValue this[string member] =>
        _node is not null ? new((_node as JsonObject)?[member])
        : _element.ValueKind is JsonValueKind.Object && _element.TryGetProperty(member, out var value) ? new(value)
        : default;

    public static implicit operator WireValue(JsonElement element) => new(element);

    public static implicit operator WireValue(JsonNode? node) => new(node);

    /// <summary>Whether there is such a member, be it null.</summary>
    public bool Has(string member) =>
        _node is not null ? _node is JsonObject owner && owner.ContainsKey(member) : _element.ValueKind is JsonValueKind.Object && _element.TryGetProperty(member, out _);

    public string? Text(string member) => this[member].AsText();

    public bool Flag(string member) => this[member].Kind is JsonValueKind.True;

    public int? Whole(string member)
    {
        var value = this[member];
        return value._node is not null ? value._node.Whole()
            : value._element.ValueKind is JsonValueKind.Number && value._element.TryGetInt32(out var number) ? number
            : null;
    }

    public DateTimeOffset? Moment(string member) => WireJson.Moment(Text(member));

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<WireValue> Items(string member)
    {
        var list = this[member];
        return list.Kind is not JsonValueKind.Array ? []
            : list._node is JsonArray nodes ? [.. nodes.OfType<JsonObject>().Select(node => new WireValue(node))]
            : list.Objects();
    }

    /// <summary>The id every entity has.</summary>
    public string Id() => Text("id") ?? throw WireJson.NoId();

    /// <summary>The type an object says it is of, without the prefix every type has; empty where it says none.</summary>
    public string TypeName() => WireJson.TypeName(Text(WireJson.TypeAnnotation));

    /// <summary>Whether a list inside it, however deep, was cut and says where it goes on (contract 1.4).</summary>
    public bool MayBeCut() => _node is not null ? _node.ToJsonString().Contains("nextLink", StringComparison.Ordinal)
        : _element.ValueKind is JsonValueKind.Object && JsonMarshal.GetRawUtf8Value(_element).IndexOf("odata.nextLink"u8) >= 0;

    /// <summary>The same, outliving the answer that it came with.</summary>
    public WireValue Kept() => _node is null && _element.ValueKind is not JsonValueKind.Undefined ? _element.Clone() : this;

    /// <summary>A copy that can be changed.</summary>
    public JsonObject ToNode() => (_node is null ? JsonObject.Create(_element.Clone()) : _node.DeepClone() as JsonObject) ?? [];

    private string? AsText()
    {
        if (Kind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return _node is null ? _element.GetString() : _node.GetValue<string>();
        }
        catch (InvalidOperationException why)
        {
            throw new TenantException(TenantProblem.NotPermitted, "Graph answered a text that is no Unicode.", why);
        }
    }

    private WireValue[] Objects()
    {
        var length = _element.GetArrayLength();
        if (length == 0)
        {
            return [];
        }

        var items = new WireValue[length];
        var count = 0;
        foreach (var item in _element.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Object)
            {
                items[count++] = item;
            }
        }

        return count == length ? items : items[..count];
    }
}
