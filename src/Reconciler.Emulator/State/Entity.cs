using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>
/// One object of the tenant: what it says itself (<see cref="Members"/>), what it contains (children, by navigation
/// property) and what it points at (links, by name, as ids).
/// </summary>
internal sealed class Entity(string type, JsonObject members)
{
    private readonly Dictionary<string, List<Entity>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _links = new(StringComparer.Ordinal);

    public string Type { get; } = type;

    public JsonObject Members { get; private set; } = members;

    public string Id { get; } = members["id"]?.GetValue<string>() ?? "";

    public Entity? Parent { get; private set; }

    public string? Text(string member) =>
        Members[member] is { } value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    public bool Is(string member) => Members[member] is { } value && value.GetValueKind() is JsonValueKind.True;

    public bool HasId(string id) => string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Entity> Children(string navigation) => _children.TryGetValue(navigation, out var children) ? children : [];

    public Entity Add(string navigation, Entity child)
    {
        child.Parent = this;
        if (!_children.TryGetValue(navigation, out var children))
        {
            _children[navigation] = children = [];
        }

        children.Add(child);
        return child;
    }

    public void Remove(string navigation, Entity child)
    {
        if (_children.TryGetValue(navigation, out var children))
        {
            children.Remove(child);
        }
    }

    public void Clear(string navigation) => _children.Remove(navigation);

    public void Replace(JsonObject members) => Members = members;

    public string? Link(string name) => _links.TryGetValue(name, out var ids) && ids.Count > 0 ? ids[0] : null;

    public IReadOnlyList<string> Links(string name) => _links.TryGetValue(name, out var ids) ? ids : [];

    public void SetLinks(string name, params IEnumerable<string> ids) => _links[name] = [.. ids];

    /// <summary>Adds the other to a list of links, unless it is there.</summary>
    public void Link(string list, Entity other)
    {
        if (!Links(list).Any(other.HasId))
        {
            SetLinks(list, Links(list).Append(other.Id));
        }
    }

    /// <summary>Takes an id out of a list of links; false when it was not there.</summary>
    public bool Unlink(string list, string id)
    {
        var before = Links(list);
        SetLinks(list, before.Where(other => !string.Equals(other, id, StringComparison.OrdinalIgnoreCase)).ToList());
        return Links(list).Count < before.Count;
    }
}
