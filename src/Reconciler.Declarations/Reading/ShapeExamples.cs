using System.Diagnostics;
using System.Text.RegularExpressions;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Writes an example of a shape on one line, so that somebody who does not know the form can copy it.</summary>
internal static partial class ShapeExamples
{
    public static string Of(Shape shape) => shape switch
    {
        Shape.Text => "Some text",
        Shape.Truth => "true",
        Shape.Whole whole => $"{whole.Least}",
        Shape.Length => "14 days",
        Shape.Moment or Shape.Day => "2027-03-31",
        Shape.Called => "…",
        Shape.MapOf map => $"{{ nb-no: {Of(map.Item)} }}",
        Shape.Values => "{ name: value }",
        Shape.Choice choice => choice.Words[0].Word,
        Shape.Named named => $"{{ {Named(named)} }}",
        Shape.ListOf { Item: Shape.Text, Noun: "name" } => "[ Former name ]",
        Shape.ListOf list => $"[ {Of(list.Item)} ]",
        Shape.Group group => $"{{ {string.Join(", ", group.Fields.Where(IsShown).Select(Entry))} }}",

        // A mapping of keys can be copied as it stands; a reference needs a name.
        Shape.Union union => Of((union.Forms.FirstOrDefault(form => form.Shape is Shape.Group) ?? union.Forms[0]).Shape),
        _ => throw new UnreachableException($"No example of {shape.GetType().Name}."),
    };

    /// <summary>A text as it is written within brackets: in quotes where a character would mean something there.</summary>
    public static string InBrackets(string text) =>
        Plain().IsMatch(text)
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Named(Shape.Named named) => $"{ShapeKeys.Word(named.Kinds[0])}: …";

    /// <summary>What must be written, and words: they show what can be chosen.</summary>
    private static bool IsShown(Field field) => field.IsRequired || field.Shape is Shape.Choice;

    private static string Entry(Field field) => field is { IsInline: true, Shape: Shape.Named named } ? Named(named) : $"{field.Key}: {Of(field.Shape)}";

    [GeneratedRegex(@"^[\p{L}\p{N}]([\p{L}\p{N} ._@/+\-]*[\p{L}\p{N}._@/+\-])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Plain();
}
