using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Writing;

/// <summary>What is known of a tenant without asking it: what was read last, and what has been written since. Used by several writers at once.</summary>
internal sealed class RunMemory
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _made = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _deleted = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<ListItem>> _items = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string, Reference)> _added = [];
    private TenantSnapshot? _snapshot;
    private Dictionary<string, ActualEntity>? _read;

    /// <summary>Takes note of a read. One with gaps tells nothing: what is missing in it can be there.</summary>
    public void Read(TenantSnapshot snapshot)
    {
        lock (_gate)
        {
            (_snapshot, _read) = (snapshot.Gaps.IsEmpty ? snapshot : null, null);
            _items.Clear();
        }
    }

    /// <summary>Takes note of something new; false, and nothing is noted, where it is none.</summary>
    public bool Made(string id)
    {
        lock (_gate)
        {
            if (InSnapshot().ContainsKey(id) || !_made.Add(id))
            {
                return false;
            }

            _items[id] = [];
            return true;
        }
    }

    public void Deleted(Handle target)
    {
        lock (_gate)
        {
            _deleted[target.RequiredId] = target.Parent?.Id;
        }
    }

    public void Added(Handle target, ListItem item)
    {
        lock (_gate)
        {
            if (item is ListItem.ResourceOf)
            {
                _added.Add((target.RequiredId, item.Names));
            }

            ItemsOf(target.RequiredId)?.Add(item);
        }
    }

    public void Removed(Handle target, ListItem item)
    {
        lock (_gate)
        {
            ItemsOf(target.RequiredId)?.RemoveAll(other => HeldItems.AreSame(other, item));
        }
    }

    /// <summary>Whether it was made in this run, so that the service may not show it everywhere yet (contract 1.5).</summary>
    public bool IsMade(string? id)
    {
        lock (_gate)
        {
            return id is not null && _made.Contains(id);
        }
    }

    /// <summary>Whether the catalog was given the resource in this run, so that it may not list it yet (contract 4.2).</summary>
    public bool IsAdded(string catalogId, Reference resource)
    {
        lock (_gate)
        {
            return _added.Contains((catalogId, resource));
        }
    }

    /// <summary>Whether it was there before, or is one of this run's own.</summary>
    public bool Knows(string id)
    {
        lock (_gate)
        {
            return _made.Contains(id) || InSnapshot().ContainsKey(id);
        }
    }

    /// <summary>Whether it was deleted in this run from within the parent.</summary>
    public bool IsDeletedFrom(string parentId, string id)
    {
        lock (_gate)
        {
            return _deleted.TryGetValue(id, out var parent) && string.Equals(parent, parentId, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Whether anything was deleted in this run from within the parent.</summary>
    public bool HasDeletedFrom(string parentId)
    {
        lock (_gate)
        {
            return _deleted.ContainsValue(parentId);
        }
    }

    /// <summary>Whether the target's list is known, and known not to hold the item: then nobody has to look.</summary>
    public bool Lacks(Handle target, ListItem item)
    {
        lock (_gate)
        {
            return ItemsOf(target.RequiredId) is { } items && !items.Exists(other => HeldItems.AreSame(other, item));
        }
    }

    private List<ListItem>? ItemsOf(string id) =>
        _items.TryGetValue(id, out var known) ? known
        : InSnapshot().TryGetValue(id, out var read) && HeldItems.Of(read.Entity) is { } items ? _items[id] = items
        : null;

    private Dictionary<string, ActualEntity> InSnapshot() => _read ??= (_snapshot?.Entities ?? [])
        .DistinctBy(actual => actual.Id, StringComparer.OrdinalIgnoreCase).ToDictionary(actual => actual.Id, StringComparer.OrdinalIgnoreCase);
}
