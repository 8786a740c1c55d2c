using Reconciler.Entitlements;

namespace Reconciler.Graph.Writing;

/// <summary>A creation whose answer may still come.</summary>
internal sealed class OpenCreation(EntityKind kind, string name, string? parentId)
{
    private volatile bool _hasRival;

    /// <summary>Whether another one, of the same kind and name and in another place, was open at the same time.</summary>
    public bool HasRival
    {
        get => _hasRival;
        set => _hasRival = value;
    }

    public bool IsRivalOf(OpenCreation other) =>
        kind == other.Kind && NameComparer.Instance.Equals(name, other.Name) && !string.Equals(parentId, other.ParentId, StringComparison.OrdinalIgnoreCase);

    private EntityKind Kind => kind;

    private string Name => name;

    private string? ParentId => parentId;
}
