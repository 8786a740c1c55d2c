using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Reconciler.Entitlements;

/// <summary>A list inside a value: immutable, and equal to another one when their items are equal, in order.</summary>
/// <remarks>Records with a plain array compare it by reference, and a plan of two equal packages would never be empty.</remarks>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T>(ImmutableArray<T> items) : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
{
    private ImmutableArray<T> Items => items.IsDefault ? [] : items;

    public int Count => Items.Length;

    public bool IsEmpty => Items.IsEmpty;

    public T this[int index] => Items[index];

    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    public bool Equals(EquatableArray<T> other) => Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = Count;
        foreach (var item in Items)
        {
            hash = HashCode.Combine(hash, item);
        }

        return hash;
    }

    /// <summary>Whether an item is so. As <c>Any</c>, but without an object for the question.</summary>
    public bool Exists(Func<T, bool> isSo)
    {
        foreach (var item in Items)
        {
            if (isSo(item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The items as objects.</summary>
    public ImmutableArray<object> Boxed() => Items.As<object>() is { IsDefault: false } same ? same : [.. Items.Cast<object>()];

    public ImmutableArray<T>.Enumerator GetEnumerator() => Items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", Items)}]";
}

/// <summary>Makes an <see cref="EquatableArray{T}"/>.</summary>
public static class EquatableArray
{
    public static EquatableArray<T> Create<T>(ReadOnlySpan<T> items) => new([.. items]);

    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items) => new([.. items]);
}
