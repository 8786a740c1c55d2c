using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Conventions;

/// <summary>Every row of the tables, however deep.</summary>
internal static class Rows
{
    public static IEnumerable<Field> Of(Field field) => Groups(field.Shape).SelectMany(g => g.Fields).Prepend(field);

    public static IEnumerable<Shape.Group> Groups(Shape shape) => shape switch
    {
        Shape.Group group => group.Fields.SelectMany(f => Groups(f.Shape)).Prepend(group),
        Shape.ListOf list => Groups(list.Item),
        Shape.MapOf map => Groups(map.Item),
        Shape.Union union => union.Forms.SelectMany(f => Groups(f.Shape)),
        _ => [],
    };
}
