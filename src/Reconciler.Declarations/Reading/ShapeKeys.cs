using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Which keys a mapping of a shape can have.</summary>
internal static class ShapeKeys
{
    // Worked out once for each shape of the table: every mapping of every file asks.
    private static readonly ConditionalWeakTable<Shape, KeySet> Sets = [];

    public const string Id = "id";

    public const string Alias = "alias";

    /// <summary>The key beside an access package's name.</summary>
    public const string Catalog = "catalog";

    public static string Word(ReferenceKind kind) => kind.Word();

    /// <summary>The keys of the fields, those of inline ones in their place.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Field> fields) => [.. fields.SelectMany(field => Of(field)).Distinct()];

    /// <summary>The keys of which one has to be written for the field.</summary>
    public static ImmutableArray<string> NamesOf(Field field) => field is { IsInline: true, Shape: Shape.Named named } ? [.. named.Kinds.Select(Word)] : [Of(field)[0]];

    public static ImmutableArray<string> Of(Field field) => field.IsInline ? Known(field.Shape) : [field.Key];

    /// <summary>The keys of the fields that this build does not know yet.</summary>
    private static IEnumerable<string> LaterOf(IEnumerable<Field> fields) => fields.Where(field => field.IsInline).SelectMany(field => Later(field.Shape));

    public static ImmutableArray<string> Known(Shape shape) => SetOf(shape).Known;

    public static ImmutableArray<string> Later(Shape shape) => SetOf(shape).Later;

    /// <summary>Whether a mapping with the key must be of the shape. The id beside a name tells nothing: several kinds of thing have one.</summary>
    public static bool Owns(Shape shape, string key) => key == Id
        ? shape is Shape.Group group && group.Fields.Any(field => !field.IsInline && field.Key == Id)
        : Known(shape).Contains(key) || Later(shape).Contains(key);

    private static KeySet SetOf(Shape shape) => Sets.TryGetValue(shape, out var set) ? set : Sets.GetValue(shape, s => new KeySet(KnownOf(s), LaterOf(s)));

    private static ImmutableArray<string> KnownOf(Shape shape) => shape switch
    {
        Shape.Named named => [.. named.Kinds.Select(Word), .. named.Kinds.Contains(ReferenceKind.Package) ? [Catalog] : Array.Empty<string>(), Id],
        Shape.Group group => Of(group.Fields),
        Shape.Union union => [.. union.Forms.SelectMany(form => Known(form.Shape)).Distinct()],
        _ => [],
    };

    private static ImmutableArray<string> LaterOf(Shape shape) => shape switch
    {
        Shape.Named named => named.Later,
        Shape.Group group => [.. group.Later, .. LaterOf(group.Fields)],
        Shape.Union union => [.. union.Forms.SelectMany(form => Later(form.Shape)).Distinct()],
        _ => [],
    };

    private sealed record KeySet(ImmutableArray<string> Known, ImmutableArray<string> Later);
}
