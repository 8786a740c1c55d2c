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

    /// <summary>What it stands in, or stood in before it was removed.</summary>
    public Entity? Parent { get; private set; }

    public bool IsRemoved { get; private set; }

    /// <summary>Where it stands in its parent; empty at the top.</summary>
    public string Navigation { get; private set; } = "";

    /// <summary>The tenant's list that it stands in; null for what stands in another entity, or nowhere.</summary>
    public Section? Section { get; set; }

    public string? Text(string member) =>
        Members[member] is { } value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    public bool Is(string member) => Members[member] is { } value && value.GetValueKind() is JsonValueKind.True;

    public bool HasId(string id) => string.Equals(Id, id, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Entity> Children(string navigation) => _children.TryGetValue(navigation, out var children) ? children : [];

    public Entity Add(string navigation, Entity child)
    {
        child.Parent = this;
        child.IsRemoved = false;
        child.Navigation = navigation;
        if (!_children.TryGetValue(navigation, out var children))
        {
            _children[navigation] = children = [];
        }

        children.Add(child);
        Store?.Added(child);
        return child;
    }

    public void Remove(string navigation, Entity child)
    {
        if (_children.TryGetValue(navigation, out var children) && children.Remove(child))
        {
            Store?.Removed(child);
            child.IsRemoved = true;
        }
    }

    public void Clear(string navigation)
    {
        foreach (var child in Children(navigation).ToList())
        {
            Remove(navigation, child);
        }
    }

    public void Replace(JsonObject members)
    {
        Members = members;
        Touch();
    }

    /// <summary>The members, to be written: who writes them otherwise writes what is never saved.</summary>
    public JsonObject Edit()
    {
        Touch();
        return Members;
    }

    public string? Link(string name) => _links.TryGetValue(name, out var ids) && ids.Count > 0 ? ids[0] : null;

    public IReadOnlyList<string> Links(string name) => _links.TryGetValue(name, out var ids) ? ids : [];

    public void SetLinks(string name, params IEnumerable<string> ids)
    {
        _links[name] = [.. ids];
        Touch();
    }

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
        var kept = Links(list).Where(other => !string.Equals(other, id, StringComparison.OrdinalIgnoreCase)).ToList();
        if (kept.Count == Links(list).Count)
        {
            return false;
        }

        SetLinks(list, kept);
        return true;
    }

    /// <summary>The tenant it is in; null while it is being made, and once it was removed.</summary>
    private TenantStore? Store => IsRemoved ? null : Parent is { } parent ? parent.Store : Section?.Store;

    private void Touch() => Store?.Changed(this);
}
