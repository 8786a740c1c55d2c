using System.Diagnostics;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Says what is expected where a shape is, as a phrase within a sentence.</summary>
internal static class ShapeWords
{
    private const int LongestQuoted = 60;

    public static string Expected(Shape shape) => shape switch
    {
        Shape.Text => "text",
        Shape.Truth => "`true` or `false`",
        Shape.Whole whole => whole.Least == whole.Most ? $"the number {whole.Least}" : $"a whole number from {whole.Least} to {whole.Most}",
        Shape.Length => "a length of time such as `14 days`",
        Shape.Moment or Shape.Day => "a date such as `2027-03-31`",
        Shape.Called called => $"the name of the {called.Kind.Noun()}",
        Shape.MapOf map => $"a mapping of a {map.KeyNoun} to a {map.Noun}",
        Shape.Values values => $"a mapping of {values.Noun}s to values",
        Shape.Choice choice => Quote.AnyOf(choice.Words.Select(word => word.Word)),
        Shape.Named named => Quote.AnyOf(named.Kinds.Select(kind => $"{{ {ShapeKeys.Word(kind)}: … }}")),
        Shape.ListOf list => $"a list of {list.Noun}s",
        Shape.Group group when group.Fields.Where(field => field.IsRequired).ToArray() is [{ IsInline: true } subject] => Expected(subject.Shape),
        Shape.Group group when group.Fields.All(field => field.IsRequired) => Quote.Of($"{{ {string.Join(", ", group.Fields.Select(field => $"{field.Key}: …"))} }}"),
        Shape.Group group => $"a mapping with {Quote.AllOf(KeysToName(group))}",
        Shape.Union union => Quote.Listed(FormsOf(union, Expected), "or"),
        _ => throw new UnreachableException($"No words for {shape.GetType().Name}."),
    };

    /// <summary>The same, but of a list how it is written.</summary>
    public static string ToWrite(Shape shape) => shape switch
    {
        Shape.ListOf list => $"a list such as {Quote.Of(ShapeExamples.Of(list))}",
        Shape.MapOf map => $"a mapping such as {Quote.Of(ShapeExamples.Of(map))}",
        Shape.Union union => Quote.Listed(FormsOf(union, ToWrite), "or"),
        _ => Expected(shape),
    };

    /// <summary>What to write where something else stands.</summary>
    public static string Advice(Shape shape, YamlNode found) => (shape, found) switch
    {
        (Shape.ListOf { Fewest: 0 }, YamlNode.Scalar { Text: "none" }) => $"Write {ToWrite(shape)}. `[]` clears it.",
        (Shape.ListOf, YamlNode.Mapping { Entries.IsEmpty: false }) => "Make it the item of a list: write `- ` before its first key, or `[` and `]` around it.",
        (Shape.ListOf { Item: Shape.Text }, YamlNode.Scalar { Text: { Length: > 0 and <= LongestQuoted } text }) =>
            $"Write a list: {Quote.Of($"[ {ShapeExamples.InBrackets(text)} ]")}.",
        _ => $"Write {ToWrite(shape)}.",
    };

    /// <summary>Each form by itself, those of a form that has several too: one list reads better than lists within it.</summary>
    private static IEnumerable<string> FormsOf(Shape shape, Func<Shape, string> say) => shape switch
    {
        Shape.Choice choice => choice.Words.Select(word => Quote.Of(word.Word)),
        Shape.Named named => named.Kinds.Select(kind => Quote.Of($"{{ {ShapeKeys.Word(kind)}: … }}")),
        Shape.Union union => union.Forms.SelectMany(form => FormsOf(form.Shape, say)).Distinct(),
        _ => [say(shape)],
    };

    private static IEnumerable<string> KeysToName(Shape.Group group)
    {
        var required = group.Fields.Where(field => field.IsRequired).ToArray();
        return ShapeKeys.Of(required.Length > 0 ? required : group.Fields).Where(key => key != ShapeKeys.Id || group.Fields.Any(field => field.Key == key));
    }
}
