using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>Makes the rows of the table for one type of owner, so that a row can only name members its owner has.</summary>
internal static class FieldOf<TOwner>
    where TOwner : class
{
    /// <summary>A key that may be left out of a declaration and is then not managed.</summary>
    public static Field Setting<T>(string key, string member, Func<TOwner, Setting<T>> get, Func<TOwner, Setting<T>, TOwner> with, Row row)
        where T : notnull =>
        Make(key, member, o => get(o) is { IsWritten: true } setting ? setting.Value : null, (o, v) => with(o, (T)v), row);

    /// <summary>A key inside a group, which always has a value.</summary>
    public static Field Value<T>(string key, string member, Func<TOwner, T> get, Func<TOwner, T, TOwner> with, Row row)
        where T : notnull =>
        Make(key, member, o => get(o), (o, v) => with(o, (T)v), row);

    private static Field Make(string key, string member, Func<TOwner, object?> get, Func<TOwner, object, TOwner> with, Row row) => new()
    {
        Key = key,
        Member = member,
        Shape = row.Shape,
        Doc = row.Doc,
        Graph = row.Graph,
        IsRequired = row.IsRequired,
        IsInline = row.IsInline,
        Default = row.Default,
        DefaultIn = row.DefaultIn,
        Touches = row.Touches,
        Judge = row.Judge ?? ((_, _) => Effect.Neutral),
        Get = owner => get((TOwner)owner),
        With = (owner, value) => with((TOwner)owner, value),
    };
}

/// <summary>The columns of a row that do not depend on its owner's type.</summary>
internal sealed record Row(Shape Shape, string Doc)
{
    public string? Graph { get; init; }

    public bool IsRequired { get; init; }

    public bool IsInline { get; init; }

    public object? Default { get; init; }

    public Func<object, object?>? DefaultIn { get; init; }

    public Touches Touches { get; init; }

    public Func<object?, object?, Effect>? Judge { get; init; }
}

/// <summary>Shapes that know the type of what they hold.</summary>
internal static class Shapes
{
    public static readonly Shape Truth = new Shape.Truth();

    public static readonly Shape Description = new Shape.Text();

    public static readonly Shape.Named UserOrGroup = new([ReferenceKind.User, ReferenceKind.Group]);

    public static Shape.ListOf SetOf<T>(Shape item, string noun)
        where T : notnull => List<T>(item, noun, isSet: true);

    public static Shape.ListOf SequenceOf<T>(Shape item, string noun)
        where T : notnull => List<T>(item, noun, isSet: false);

    public static Form Form<TUnion, T>(Shape shape, Func<T, TUnion> wrap, Func<TUnion, T?> unwrap)
        where TUnion : notnull
        where T : class =>
        new(shape, value => wrap((T)value), union => unwrap((TUnion)union));

    /// <summary>A form that is one of a few words.</summary>
    public static Form Words<TUnion, T>(Shape.Choice shape, Func<T, TUnion> wrap, Func<TUnion, T?> unwrap)
        where TUnion : notnull
        where T : struct =>
        new(shape, value => wrap((T)value), union => unwrap((TUnion)union));

    private static Shape.ListOf List<T>(Shape item, string noun, bool isSet)
        where T : notnull => new(item, isSet, noun)
        {
            Pack = items => items.Cast<T>().ToEquatableArray(),
            Unpack = list => ((EquatableArray<T>)list).Cast<object>().ToImmutableArray(),
        };
}
