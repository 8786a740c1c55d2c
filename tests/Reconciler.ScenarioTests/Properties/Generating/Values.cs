using System.Collections.Immutable;
using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes values by their shape and entities by their table: a new key is generated with no new code here.</summary>
internal static class Values
{
    private const int MostItems = 4;

    private static readonly TimeSpan[] Units = [TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1)];

    private static readonly DateTimeOffset Earliest = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Gen<object> Of(Shape shape) => shape switch
    {
        Shape.Text text => Texts.Of(text).Select(object (t) => t),
        Shape.Truth => Gen.Elements<object>(true, false),
        Shape.Whole whole => Gen.Choose(whole.Least, whole.Most).Select(object (n) => n),
        Shape.Length length => Lengths(length).Select(object (l) => l),
        Shape.Moment => Moments.Select(object (m) => m),
        Shape.Choice choice => Gen.Elements(choice.Words.Select(word => word.Value)),
        Shape.Named named => Names(named).Select(object (r) => r),
        Shape.ListOf list => Lists(list),
        Shape.Group group => Members(group.Fields, group.Blank(), always: true),
        Shape.Union union => Gen.OneOf(union.Forms.Select(form => Of(form.Shape).Select(form.Wrap))),
        _ => throw new UnreachableException($"No way to make up {shape.GetType().Name}."),
    };

    /// <summary>An entity with each setting written or absent.</summary>
    public static Gen<Entity> Entities(EntityKey key) =>
        Members(Language.Of(key.Kind).Settings, Language.Of(key.Kind).Blank(key), always: false).Select(entity => (Entity)entity);

    private static Gen<object> Members(ImmutableArray<Field> fields, object blank, bool always) => fields.Aggregate(
        Gen.Constant(blank),
        (owners, field) =>
            from owner in owners
            from isWritten in Gen.Choose(1, 100).Select(n => always || n <= 65)
            from value in isWritten ? Of(field.Shape) : Gen.Constant<object>("")
            select isWritten ? field.With(owner, value) : owner);

    private static Gen<Duration> Lengths(Shape.Length shape) =>
        from unit in Gen.Elements(Units)
        let least = (int)Math.Ceiling(shape.Least.Span / unit)
        let most = (int)Math.Floor(shape.Most.Span / unit)
        from small in Gen.Elements(true, false)
        from count in Gen.Choose(least, small ? Math.Min(most, least + 30) : most)
        select new Duration(count * unit);

    private static Gen<DateTimeOffset> Moments =>
        from days in Gen.Choose(0, 40_000)
        from seconds in Gen.OneOf(Gen.Constant((24 * 3600) - 1), Gen.Choose(0, (24 * 3600) - 1))
        select Earliest.AddDays(days).AddSeconds(seconds);

    private static Gen<Reference> Names(Shape.Named shape) =>
        from known in Gen.Elements(KnownDirectory.Everybody.Where(r => shape.Kinds.Contains(r.Kind)))
        from dice in Gen.Choose(1, 8)
        select KnownDirectory.Written(known, withId: dice == 1);

    private static Gen<object> Lists(Shape.ListOf list) =>
        from count in Gen.Choose(list.Fewest, Math.Min(list.Most, list.Fewest + MostItems - 1))
        from items in Gen.ArrayOf(Of(list.Item), count)
        select list.Pack(list.IsSet ? [.. items.Distinct()] : [.. items]);
}
