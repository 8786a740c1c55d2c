using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads a document that declares no entity by its table, but for the settings in it, which have parameters.</summary>
internal sealed class TableReader(TenantContext context, ExpansionBudget budget, Findings findings)
{
    public WrittenDocument Read(DocumentTable table, YamlNode.Mapping mapping)
    {
        var own = new Findings();
        var provenance = new Provenance();
        var expander = context.Expander(budget, provenance, findings);
        var expanded = mapping with
        {
            Entries =
            [
                .. mapping.Entries.Select(entry =>
                    entry.Key.Text is "kind" or OnlyReader.Key || entry.Key.Text == table.Settings?.Key ? entry : entry with { Value = expander.Expand(entry.Value) }),
            ],
        };
        string[] settings = table.Settings is null ? [] : [table.Settings.Key];
        var keys = Keys.Of(expanded, ["kind", .. ShapeKeys.Of(table.Fields), .. settings], [], own, key => Misplaced.Among(key, table.Fields, []));
        var shapes = new ShapeReader(own, context.TimeZone, new Trail());
        var yaml = shapes.Fields(table.Fields, keys, table.Blank(), TrailPath.NewRoot(), DocumentKinds.Noun(table.Keyword), WriteValue.OrTakeOut);
        return new WrittenDocument(provenance.AnyFailed ? null : yaml, keys, provenance, own);
    }
}
