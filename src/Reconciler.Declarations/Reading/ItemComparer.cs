using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Whether two items of a set are the same one: names as names, all else as it compares itself.</summary>
internal sealed class ItemComparer : IEqualityComparer<object>
{
    public static ItemComparer Instance { get; } = new();

    public new bool Equals(object? x, object? y) => x is string a && y is string b ? NameComparer.Instance.Equals(a, b) : object.Equals(x, y);

    public int GetHashCode(object obj) => obj is string name ? NameComparer.Instance.GetHashCode(name) : obj.GetHashCode();
}
