using System.Diagnostics;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Says what is expected where a shape is, as a phrase within a sentence.</summary>
internal static class ShapeWords
{
    public static string Expected(Shape shape) => shape switch
    {
        Shape.Text => "text",
        Shape.Truth => "`true` or `false`",
        Shape.Whole whole => whole.Least == whole.Most ? $"the number {whole.Least}" : $"a whole number from {whole.Least} to {whole.Most}",
        Shape.Length => "a length of time such as `14 days`",
        Shape.Moment => "a date such as `2027-03-31`",
        Shape.Choice choice => Quote.AnyOf(choice.Words.Select(word => word.Word)),
        Shape.Named named => Quote.AnyOf(named.Kinds.Select(kind => $"{{ {ShapeKeys.Word(kind)}: … }}")),
        Shape.ListOf list => $"a list of {list.Noun}s",
        Shape.Group group => $"a mapping with {Quote.AllOf(KeysToName(group))}",
        Shape.Union union => Quote.Listed(union.Forms.Select(form => Expected(form.Shape)).Distinct(), "or"),
        _ => throw new UnreachableException($"No words for {shape.GetType().Name}."),
    };

    private static IEnumerable<string> KeysToName(Shape.Group group)
    {
        var required = group.Fields.Where(field => field.IsRequired).ToArray();
        return ShapeKeys.Of(required.Length > 0 ? required : group.Fields).Where(key => key != ShapeKeys.Id);
    }
}
