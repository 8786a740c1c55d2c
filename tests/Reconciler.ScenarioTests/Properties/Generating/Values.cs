using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<Shape, Gen<object>> ByShape = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Shape>);

    public static Gen<object> Of(Shape shape) => ByShape.GetOrAdd(shape, Made);

    private static Gen<object> Made(Shape shape) => shape switch
    {
        Shape.Text text => Texts.Of(text).Select(object (t) => t),
        Shape.Truth => Gen.Elements<object>(true, false),
        Shape.Whole whole => Gen.Choose(whole.Least, whole.Most).Select(object (n) => n),
        Shape.Length length => Lengths(length).Select(object (l) => l),
        Shape.Moment => Moments.Select(object (m) => m),
        Shape.Day => Gen.Choose(0, 40_000).Select(object (days) => DateOnly.FromDateTime(Earliest.UtcDateTime).AddDays(days)),
        Shape.Called called => Gen.Elements(called.Kind == ReferenceKind.Extension ? Texts.Extensions : Texts.Policies).Select(object (name) => new Reference(called.Kind, name)),
        Shape.MapOf map => Maps(map),
        Shape.Choice choice => Gen.Elements(choice.Words.Select(word => word.Value)),
        Shape.Named named => Names(named).Select(object (r) => r),
        Shape.ListOf list => Lists(list),
        Shape.Group group => Members(group.Fields, group.Blank(), always: true),
        Shape.Union union => Gen.OneOf(union.Forms.Select(form => Of(form.Shape).Select(form.Wrap))),
        _ => throw new UnreachableException($"No way to make up {shape.GetType().Name}."),
    };

    /// <summary>An entity with each setting written or absent.</summary>
    public static Gen<Entity> Entities(EntityKey key) =>
        from made in Members([.. Language.Of(key.Kind).Settings.Where(field => field.Without is not null)], Language.Of(key.Kind).Blank(key), always: false)
        from first in Gen.Elements(true, true, false)
        select OneOfEach((Entity)made, first);

    // Of the settings that stand for one need, such as who gets in, one can be written.
    private static Entity OneOfEach(Entity made, bool first) => Language.Of(made.Key.Kind).NeededToCreate
        .Select(needed => needed.Where(key => Language.Of(made.Key.Kind).Setting(key).Get(made) is not null).ToList())
        .Where(written => written.Count > 1)
        .Aggregate(made, (entity, written) => entity.Without(written[first ? 1 : 0]));

    private static Gen<object> Members(ImmutableArray<Field> fields, object blank, bool always) => fields.Aggregate(
        Gen.Constant(blank),
        (owners, field) =>
            from owner in owners
            from isWritten in Gen.Choose(1, 100).Select(n => (always && field.Without is null) || n <= 65)
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
        from kind in Gen.Elements(shape.Kinds.AsEnumerable())
        from reference in kind switch
        {
            ReferenceKind.Organization => Gen.Elements(Texts.Organizations).Select(name => new Reference(kind, name)),
            ReferenceKind.Package => from catalog in Gen.Elements(Texts.Catalogs.Append(Catalog.BuiltInName)) from name in Gen.Elements(Texts.Packages) select new Reference(kind, name) { Catalog = catalog },
            _ => from known in Gen.Elements(KnownDirectory.Everybody.Where(r => r.Kind == kind))
                 from dice in Gen.Choose(1, 8)
                 select KnownDirectory.Written(known, withId: dice == 1),
        }
        select reference;

    private static Gen<object> Lists(Shape.ListOf list) =>
        from count in Gen.Choose(list.Fewest, Math.Min(list.Most, list.Fewest + MostItems - 1))
        from items in Gen.ArrayOf(Of(list.Item), count)
        select list.Pack(!list.IsSet ? [.. items] : list.KeyOf is { } key ? [.. items.DistinctBy(key)] : [.. items.Distinct()]);

    private static Gen<object> Maps(Shape.MapOf map) =>
        from count in Gen.Choose(0, 2)
        from items in Gen.ArrayOf(from key in Gen.Elements(Texts.Languages) from item in Of(map.Item) select map.WithKey(item, key), count)
        select map.Pack([.. items.DistinctBy(map.KeyOf)]);
}
