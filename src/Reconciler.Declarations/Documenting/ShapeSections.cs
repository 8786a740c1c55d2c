using System.Collections.Immutable;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>The sections of what stands inside of settings, each mapping once, in the order in which they are met.</summary>
internal sealed class ShapeSections(Func<ImmutableArray<Field>, bool, IEnumerable<string>> table)
{
    private readonly HashSet<Shape.Group> _told = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<string> Of(IEnumerable<Field> fields, string path) =>
        fields.Where(field => !field.IsInline).SelectMany(field => Inside(field, path.Length == 0 ? field.Key : $"{path}.{field.Key}"));

    private IEnumerable<string> Inside(Field field, string path)
    {
        var areOfItem = field.Shape is Shape.ListOf { IsSet: true, KeyOf: null } && EffectWords.Effects(field).Length > 0;
        var groups = Groups(field.Shape).Where(_told.Add).ToArray();
        return groups.Length == 0 ? [] :
        [
            "", $"### {path}", "",
            .. groups.SelectMany((group, index) => table(group.Fields, areOfItem).Prepend("").Prepend(index == 0 ? "" : "or").Skip(index == 0 ? 2 : 0).Append("")).SkipLast(1),
            .. groups.SelectMany(group => Of(group.Fields, path)),
        ];
    }

    /// <summary>The mappings that a value, or an item of it, can be.</summary>
    private static IEnumerable<Shape.Group> Groups(Shape shape) => shape switch
    {
        Shape.Group group => [group],
        Shape.ListOf list => Groups(list.Item),
        Shape.MapOf map => Groups(map.Item),
        Shape.Union union => union.Forms.SelectMany(form => Groups(form.Shape)),
        _ => [],
    };
}
