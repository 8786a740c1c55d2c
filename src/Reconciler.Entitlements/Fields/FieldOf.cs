using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>Makes the rows of the table for one type of owner, so that a row can only name members its owner has.</summary>
internal static class FieldOf<TOwner>
    where TOwner : class
{
    /// <summary>A key that may be left out of a declaration and is then not managed.</summary>
    public static Field Setting<T>(string key, string member, Func<TOwner, Setting<T>> get, Func<TOwner, Setting<T>, TOwner> with, Row row)
        where T : notnull =>
        Make(key, member, o => get(o) is { IsWritten: true } setting ? setting.Value : null, (o, v) => with(o, (T)v), row, o => with(o, default));

    /// <summary>A key inside a group, which always has a value.</summary>
    public static Field Value<T>(string key, string member, Func<TOwner, T> get, Func<TOwner, T, TOwner> with, Row row)
        where T : notnull =>
        Make(key, member, o => get(o), (o, v) => with(o, (T)v), row);

    private static Field Make(string key, string member, Func<TOwner, object?> get, Func<TOwner, object, TOwner> with, Row row, Func<TOwner, TOwner>? without = null) => new()
    {
        Key = key,
        Member = member,
        Shape = row.Shape,
        Doc = row.Doc,
        Says = row.Says,
        Portal = row.Portal,
        Graph = row.Graph,
        Item = row.Item,
        IsFixed = row.IsFixed,
        Without = without is null ? null : owner => without((TOwner)owner),
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
    /// <summary>See <see cref="Field.Says"/>.</summary>
    public string Says { get; init; } = "";

    /// <summary>See <see cref="Field.Portal"/>.</summary>
    public string Portal { get; init; } = "";

    public ImmutableArray<string> Graph { get; init; } = [];

    public Func<object, ListItem>? Item { get; init; }

    public bool IsFixed { get; init; }

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

    public static readonly Shape.Text Name = new(HeaderFields.LongestName, MayBeEmpty: false);

    public static readonly Shape.Named UserOrGroup = new([ReferenceKind.User, ReferenceKind.Group]);

    public static readonly Shape.Named Principal = new([ReferenceKind.User, ReferenceKind.Group, ReferenceKind.ServicePrincipal]);

    public static Shape.ListOf SetOf<T>(Shape item, string noun)
        where T : notnull => List<T>(item, noun, isSet: true);

    /// <summary>A set whose items are told apart by one part of them, so that the others can change in place.</summary>
    public static Shape.ListOf KeyedSetOf<T>(Shape item, string noun, Func<T, object> key)
        where T : notnull => List<T>(item, noun, isSet: true) with { KeyOf = value => key((T)value) };

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
            Pack = items => new EquatableArray<T>(ImmutableArray.CreateRange(items, item => (T)item)),
            Unpack = list => ((EquatableArray<T>)list).Boxed(),
        };
}
