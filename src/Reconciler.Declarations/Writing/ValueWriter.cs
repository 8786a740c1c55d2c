using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Writing;

/// <summary>Writes a value by its shape: the way back of <see cref="ShapeReader"/>. What the language takes for granted inside a group is left out, a word that decides never is.</summary>
/// <param name="timeZone">The workspace's: a date ends with its day there.</param>
internal sealed class ValueWriter(TimeZoneInfo timeZone)
{
    /// <summary>The lines of what an owner has written.</summary>
    /// <param name="path">The path of the owner in its entity; empty for the entity itself.</param>
    /// <param name="mayLeaveOut">Whether a key that is as it would be without being written is left out.</param>
    public IEnumerable<YamlLine> Members(IEnumerable<Field> fields, object owner, string path, bool mayLeaveOut)
    {
        foreach (var field in fields)
        {
            if (field.Get(owner) is { } value && !(mayLeaveOut && IsTakenForGranted(field, owner, value)))
            {
                var part = Of(field.Shape, value, path.Length == 0 ? field.Key : $"{path}.{field.Key}");
                if (field.IsInline && part is YamlPart.Mapping inline)
                {
                    foreach (var line in inline.Lines)
                    {
                        yield return line;
                    }
                }
                else
                {
                    yield return new YamlLine(field.Key, part is YamlPart.Sequence list && (path.Length == 0 || field.Item is not null) && !list.Items.All(item => item is YamlPart.Text) ? list with { IsOpen = true } : part);
                }
            }
        }
    }

    // Which role, how long: a reader should not have to know what goes without saying.
    private static bool IsTakenForGranted(Field field, object owner, object value) =>
        field.Shape is not (Shape.Choice or Shape.Length) && Equals(field.DefaultIn?.Invoke(owner) ?? field.Default, value);

    private YamlPart Of(Shape shape, object value, string path) => shape switch
    {
        Shape.Text => Text((string)value),
        Shape.Truth => new YamlPart.Word(value is true ? "true" : "false"),
        Shape.Whole => new YamlPart.Word(string.Create(CultureInfo.InvariantCulture, $"{value}")),
        Shape.Length => new YamlPart.Word($"{value}") { Hole = path },
        Shape.Moment moment => new YamlPart.Word(Moment((DateTimeOffset)value, moment.Begins)) { Hole = path },
        Shape.Day => new YamlPart.Word(((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Shape.Choice choice => new YamlPart.Word(choice.Words.First(word => word.Value.Equals(value)).Word),
        Shape.Called => Text(((Reference)value).Name ?? ""),
        Shape.Named => Named((Reference)value),
        Shape.ListOf list => new YamlPart.Sequence([.. list.Unpack(value).Select((item, index) => Of(list.Item, item, $"{path}[{index}]"))]) { Hole = NamesPeople(list.Item) ? path : null },
        Shape.MapOf map => new YamlPart.Mapping([.. map.Unpack(value).Select(item => new YamlLine(map.KeyOf(item), Of(map.Item, item, $"{path}.{map.KeyOf(item)}")))]),
        Shape.Group group => Group(group, value, path),
        Shape.Union union when union.FormOf(value) is ({ } form, { } inner) => Of(form.Shape, inner, path) is var part && NamesPeople(union) ? part with { Hole = path } : part,
        _ => throw new UnreachableException($"No way to write {value}."),
    };

    // A mapping with nothing in it is no value.
    private YamlPart.Mapping Group(Shape.Group group, object value, string path) =>
        Members(group.Fields, value, path, mayLeaveOut: true).ToImmutableArray() is { IsEmpty: false } lines
            ? new YamlPart.Mapping(lines)
            : new YamlPart.Mapping([.. Members(group.Fields, value, path, mayLeaveOut: false)]);

    /// <summary>Text in which nothing is replaced.</summary>
    public static YamlPart.Text Text(string text) => new(text.Replace("$(", "$$(", StringComparison.Ordinal));

    private static YamlPart.Mapping Named(Reference reference)
    {
        var lines = ImmutableArray.CreateBuilder<YamlLine>(3);
        lines.Add(new YamlLine(reference.Kind.Word(), Text(reference.Name ?? Reference.Deleted)));
        if (reference.Catalog is { } catalog)
        {
            lines.Add(new YamlLine(ShapeKeys.Catalog, Text(catalog)));
        }

        if (reference.Id is { } id)
        {
            lines.Add(new YamlLine(ShapeKeys.Id, Text(id)));
        }

        return new YamlPart.Mapping(lines.ToImmutable());
    }

    private string Moment(DateTimeOffset moment, bool begins)
    {
        var day = TimeZoneInfo.ConvertTime(moment, timeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Instant.TryParse(day, timeZone, begins) == moment ? day : moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
    }

    private static bool NamesPeople(Shape shape) => shape switch
    {
        Shape.Named named => named.Kinds.Contains(ReferenceKind.User) || named.Kinds.Contains(ReferenceKind.Group),
        Shape.Union union => union.Forms.Any(form => form.Shape is Shape.ListOf list ? NamesPeople(list.Item) : form.Shape is Shape.Group group ? group.Fields.Any(field => field.IsInline && NamesPeople(field.Shape)) : NamesPeople(form.Shape)),
        _ => false,
    };
}
