using System.Collections.Immutable;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>
/// Reads of a declaration that is meant for other tenants which entity it names, and which are named in its lists. Nothing in it is wrong
/// here: what it does not name here can't have been declared here.
/// </summary>
internal sealed class ElsewhereReader(TenantContext context, ExpansionBudget budget)
{
    public ReadEntity? Read(EntityTable table, YamlNode.Mapping mapping, EntityKey? parent)
    {
        var unheard = new Findings();
        var provenance = new Provenance();
        var expander = context.Expander(budget, provenance, unheard);
        ImmutableArray<Field> naming = [.. table.Header.Where(field => field.IsRequired || field.Key == ShapeKeys.Alias)];
        var names = ShapeKeys.Of(naming);
        var written = new YamlNode.Mapping(
            mapping.Where,
            [.. mapping.Entries.Where(entry => names.Contains(entry.Key.Text)).Select(entry => entry with { Value = expander.Expand(entry.Value) })]);
        var keys = Keys.Of(written, names, [], unheard);
        var trail = context.NewTrail();
        trail.Note(trail.Root, mapping.Where);
        if (new ShapeReader(unheard, context.TimeZone, trail).Fields(naming, keys, new Header(), trail.Root, "", "") is not Header header || provenance.AnyFailed)
        {
            return null;
        }

        var key = DeclarationReader.KeyOf(table, header, parent);
        return new ReadEntity(
            table,
            new Declaration { Entity = table.Blank(key), Ensure = Ensure.Elsewhere },
            keys.Find(table.NameKey)?.Value.Where ?? mapping.Where,
            trail,
            [.. table.Children.SelectMany(list => Children(list, mapping, key, expander))]);
    }

    private IEnumerable<ReadEntity> Children(EntityList list, YamlNode.Mapping mapping, EntityKey parent, Expander expander) =>
        mapping.Find(list.Key) is { } written && expander.ExpandOne(written) is YamlNode.Sequence items
            ? items.Items.Select(expander.ExpandOne).OfType<YamlNode.Mapping>().Select(item => Read(Language.Of(list.Kind), item, parent)).OfType<ReadEntity>()
            : [];
}
