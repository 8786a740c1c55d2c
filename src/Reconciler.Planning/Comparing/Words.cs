using System.Buffers;
using System.Globalization;
using System.Text;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Comparing;

/// <summary>Says a value in the declaration's words, on one line.</summary>
internal static class Words
{
    // What nobody can mistake, and nearly every text has nothing else.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => c is not ('"' or '\\'))]);

    public static string Of(Shape shape, object value) => value is IUnmodelled unmodelled ? unmodelled.Words : shape switch
    {
        Shape.Text => Quote((string)value),
        Shape.Truth => value is true ? "true" : "false",
        Shape.Choice choice => choice.Words.First(word => word.Value.Equals(value)).Word,
        Shape.Moment => ((DateTimeOffset)value).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        Shape.Day => ((DateOnly)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Shape.Named => Named((Reference)value),
        Shape.Called => Quote(((Reference)value).Name ?? $"{((Reference)value).Id} (deleted)"),
        Shape.MapOf map => $"{{ {string.Join(", ", map.Unpack(value).Select(item => $"{map.KeyOf(item)}: {Of(map.Item, item)}"))} }}",
        Shape.ListOf list => $"[{string.Join(", ", list.Unpack(value).Select(item => Of(list.Item, item)))}]",
        Shape.Group group => Group(group, value),
        Shape.Union union => union.FormOf(value) is ({ } form, { } inner) ? Of(form.Shape, inner) : value.ToString() ?? "",
        _ => value.ToString() ?? "",
    };

    /// <summary>Whether a group is too much for one line, so that it is said in a word and its values below.</summary>
    public static bool IsLong(Shape.Group group) => Stages(group) is not null;

    /// <summary>As <see cref="Of"/>, but in a word where a form of the union is long: <c>2 stages</c>.</summary>
    public static string Short(Shape.Union union, object value) =>
        union.FormOf(value) is ({ Shape: Shape.Group group }, { } inner) && Stages(group) is { Shape: Shape.ListOf list } field && field.Get(inner) is { } items
            ? list.Unpack(items).Length is var count && count == 1 ? $"1 {list.Noun}" : $"{count} {list.Noun}s"
            : Of(union, value);

    /// <summary>As <see cref="Short"/>, but a word of the language is spelled out as the table explains it.</summary>
    public static string Said(Shape shape, object value) => (shape, value) switch
    {
        (Shape.Choice choice, _) when choice.Words.FirstOrDefault(word => word.Value.Equals(value)) is { } word => $"{char.ToLower(word.Doc[0], CultureInfo.InvariantCulture)}{word.Doc[1..].TrimEnd('.')}",
        (Shape.Union union, not IUnmodelled) when union.FormOf(value) is ({ Shape: Shape.Choice words }, { } inner) => Said(words, inner),
        (Shape.Union union, _) => Short(union, value),
        _ => Of(shape, value),
    };

    private static Field? Stages(Shape.Group group) => group.Fields.FirstOrDefault(field => field.Shape is Shape.ListOf { IsSet: false });

    /// <summary>In quotes, with everything escaped that a terminal or a reader could mistake.</summary>
    public static string Quote(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return $"\"{text}\"";
        }

        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => $"\\u{{{rune.Value:x}}}",
                _ => rune.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    public static string Named(Reference reference)
    {
        var kind = reference.Kind.Noun();
        var gone = reference.Kind.IsEntity() ? "deleted" : "deleted from the directory";
        return reference.Name is not { } name ? $"{kind} {reference.Id} ({gone})"
            : $"{kind} {Quote(name)}{(reference.Catalog is { } catalog ? $" of the catalog {Quote(catalog)}" : "")}";
    }

    private static string Group(Shape.Group group, object value)
    {
        if (group.Fields.FirstOrDefault(field => field.IsInline) is { } inline && inline.Get(value) is { } subject)
        {
            var rest = string.Join(", ", group.Fields.Where(field => !field.IsInline && field.Get(value) is not null && !IsEmpty(field, value)).Select(field => Pair(field, value)));
            return rest.Length == 0 ? Of(inline.Shape, subject) : $"{Of(inline.Shape, subject)} ({rest})";
        }

        var said = group.Fields.Where(field => field.Get(value) is { } v && (field.IsRequired || !IsDefault(field, value, v)))
            .Select(field => Pair(field, value)).ToList();
        return group.Fields.Length == 1 ? said[0] : $"{{ {string.Join(", ", said)} }}";
    }

    private static bool IsEmpty(Field field, object owner) => field.Shape is Shape.ListOf list && field.Get(owner) is { } items && list.Unpack(items).IsEmpty;

    private static string Pair(Field field, object owner) => $"{field.Key}: {(field.Get(owner) is { } value ? Of(field.Shape, value) : "")}";

    private static bool IsDefault(Field field, object owner, object value) => Equals(field.DefaultIn?.Invoke(owner) ?? field.Default, value);
}
