using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Writing;

/// <summary>Tells whether a value can be written so that it is read again: a tenant may hold what the language has no word for, or more than it allows.</summary>
internal static class Unsayable
{
    /// <summary>What can't be said, in words for people; null where all can.</summary>
    public static string? Why(Shape shape, object value) => value is IUnmodelled unmodelled ? $"the language has no word for \"{unmodelled.Words}\"" : shape switch
    {
        Shape.Text text => Of(text, (string)value),
        Shape.Whole whole => value is int number && number >= whole.Least && number <= whole.Most ? null : $"{value} is not from {whole.Least} to {whole.Most}",
        Shape.Length length => value is Duration span && span >= length.Least && span <= length.Most ? null : $"{value} is not from {length.Least} to {length.Most}",
        Shape.Choice choice => choice.Words.Any(word => word.Value.Equals(value)) ? null : $"the language has no word for {value}",
        Shape.Moment => value is DateTimeOffset { Year: > 1901 and < 9998 } ? null : $"the year of {value:O} is far off",
        Shape.Day => value is DateOnly { Year: > 1901 and < 9998 } ? null : $"the year of {value:O} is far off",
        Shape.Named named => value is Reference reference && named.Kinds.Contains(reference.Kind) ? null : $"{value} can't stand there",
        Shape.Called => value is Reference { Name: not null } ? null : $"{value} is not there any more",
        Shape.ListOf list => OfList(list, value),
        Shape.MapOf map => map.Unpack(value).Select(item => map.IsKey(map.KeyOf(item)) ? Why(map.Item, item) : $"\"{map.KeyOf(item)}\" is not {map.KeyNoun}").FirstOrDefault(why => why is not null),
        Shape.Group group => group.Fields.Select(field => field.Get(value) is { } inner ? Why(field.Shape, inner) : null).FirstOrDefault(why => why is not null),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) ? Why(form.Shape, inner) : $"the language has no word for {value}",
        _ => null,
    };

    private static string? Of(Shape.Text shape, string text) =>
        TextRules.FirstForbidden(text, !shape.MayBeEmpty) is { } at ? $"it holds the character U+{(int)text[at]:X4}"
        : text.Length > shape.Longest ? $"it has {text.Length} characters, {shape.Longest} are allowed"
        : !shape.MayBeEmpty && string.IsNullOrWhiteSpace(text) ? "it is empty"
        : !shape.MayBeEmpty && text.Trim() != text ? "it begins or ends with a space"
        : null;

    private static string? OfList(Shape.ListOf list, object value)
    {
        var items = list.Unpack(value);
        return items.Length < list.Fewest ? $"it has {items.Length}, {list.Fewest} are needed"
            : items.Length > list.Most ? $"it has {items.Length}, {list.Most} are allowed"
            : list.IsSet && items.Select(item => list.KeyOf?.Invoke(item) ?? item).Distinct().Count() < items.Length ? "something stands in it twice"
            : items.Select(item => Why(list.Item, item)).FirstOrDefault(why => why is not null);
    }
}
