using System.Collections.Immutable;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Writing;

/// <summary>Writes declarations by the table of their kind: its keys in its order, every setting that has a value.</summary>
/// <param name="only">The tenants that every document is for; empty for all.</param>
internal sealed class DeclarationWriter(TimeZoneInfo timeZone, EquatableArray<string> only)
{
    private readonly ValueWriter _values = new(timeZone);

    /// <summary>A document: an entity and those in its lists.</summary>
    public YamlPart.Mapping Document(WritableEntity entity) =>
        Mapping(entity, only) is var mapping ? mapping with { Lines = mapping.Lines.Insert(0, new YamlLine("kind", new YamlPart.Word(Language.Of(entity.Key.Kind).Keyword))) } : mapping;

    private YamlPart.Mapping Mapping(WritableEntity entity, EquatableArray<string> tenants)
    {
        var table = Language.Of(entity.Key.Kind);
        var lines = ImmutableArray.CreateBuilder<YamlLine>();
        lines.AddRange(_values.Members(table.Header, HeaderOf(entity.Declaration) with { Only = tenants }, "", mayLeaveOut: true).Where(line => line.Key != "ensure"));
        lines.AddRange(_values.Members(table.Settings, entity.Declaration.Entity, "", mayLeaveOut: false));
        lines.AddRange(entity.LeftOut.Select(left => YamlLine.Comment($"{left.Setting}: left to the tenant, {YamlScalar.Visible(left.Why)}.")));
        foreach (var list in table.Children)
        {
            YamlPart[] children = [.. entity.Children.Where(child => child.Key.Kind == list.Kind).Select(child => Mapping(child, []))];
            if (children.Length > 0)
            {
                lines.Add(new YamlLine(list.Key, new YamlPart.Sequence([.. children]) { IsOpen = true }));
            }
        }

        return new YamlPart.Mapping(lines.ToImmutable()) { IsOpen = true };
    }

    private static Header HeaderOf(Declaration declaration) => new()
    {
        Name = declaration.DisplayName ?? declaration.Key.Name,
        Alias = declaration.DisplayName is null ? "" : declaration.Key.Name,
        Catalog = declaration.Key.CatalogName ?? "",
        Ensure = declaration.Ensure,
        Id = declaration.Id ?? "",
        Previously = declaration.Previously,
        Protect = declaration.Protect,
        Prune = declaration.Prune,
        Drain = declaration.Drain,
        Labels = declaration.Labels,
    };
}
