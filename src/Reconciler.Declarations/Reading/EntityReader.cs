using System.Collections.Immutable;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Templates;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads one entity for a tenant, and those in its lists: whether it is meant for it, with its variables, after its template.</summary>
/// <param name="budget">What may still be brought into the file.</param>
internal sealed class EntityReader(TenantContext context, TemplateSet templates, ExpansionBudget budget, Findings findings)
{
    private readonly OnlyReader _only = new(context, findings);
    private readonly ElsewhereReader _elsewhere = new(context, budget);
    private readonly TemplateReplacer _replacer = new(context, templates, budget);

    /// <summary>Reads an entity; null where it can't be told which one is meant. Whatever else is wrong is found all the same.</summary>
    /// <param name="parent">The key of what it stands in; null for a document.</param>
    /// <param name="outer">The provenance of what it stands in.</param>
    public ReadEntity? Read(EntityTable table, YamlNode.Mapping written, EntityKey? parent, Provenance? outer = null)
    {
        if (!_only.IsHere(written))
        {
            return _elsewhere.Read(table, written, parent);
        }

        var own = new Findings();
        var provenance = new Provenance(outer);
        var mapping = _replacer.Replace(table, Expand(table, written, context.Expander(budget, provenance, findings)), provenance, own);
        var trail = context.NewTrail();
        var read = new DeclarationReader(own, context.TimeZone, trail).Read(table, mapping, parent);
        if (provenance.MayTrace(own))
        {
            findings.AddRange(provenance.Trace(own, $"the {DocumentKinds.Noun(table.Keyword)} {Quote.Of(read.Key.ToString())}"));
        }

        ImmutableArray<ReadEntity> children = table.Children.IsEmpty ? [] : [.. table.Children.SelectMany(list => Children(list, read, trail, provenance))];
        trail.Close();
        return read.Declaration is null || IsUnknown(table, read.Keys, provenance)
            ? null
            : new ReadEntity(table, read.Declaration, read.Keys.Find(table.NameKey)?.Value.Where ?? mapping.Where, trail, children);
    }

    /// <summary>All but what says for whom it is, and what is in its lists: those may be for others.</summary>
    private static YamlNode.Mapping Expand(EntityTable table, YamlNode.Mapping written, Expander expander) => !Expander.AnyIn(written) ? written : written with
    {
        Entries =
        [
            .. written.Entries.Select(entry =>
                entry.Key.Text is "kind" or OnlyReader.Key ? entry
                : table.Children.Any(list => list.Key == entry.Key.Text) ? entry with { Value = expander.ExpandOne(entry.Value) }
                : entry with { Value = expander.Expand(entry.Value) }),
        ],
    };

    /// <summary>Whether something of what says which entity is meant is not known: then two such would look like one.</summary>
    private static bool IsUnknown(EntityTable table, Keys keys, Provenance provenance) =>
        provenance.AnyFailed
        && TableKeys.Of(table).Header.Select(keys.Find).OfType<YamlEntry>().Any(entry => NodePlaces.Of(entry.Value).Any(provenance.HasFailed));

    private IEnumerable<ReadEntity> Children(EntityList list, WrittenDeclaration parent, Trail trail, Provenance provenance)
    {
        if (parent.Keys.Find(list.Key) is not { } entry || provenance.HasFailed(entry.Value.Where))
        {
            return [];
        }

        trail.Note(trail.Root.Then(list.Key), entry.Value.Where);
        switch (entry.Value)
        {
            case { IsNothing: true } nothing:
                findings.Add(LoadDiagnostics.EmptyValue(nothing.Where, Quote.Of(list.Key), WriteValue.Listed(list)));
                return [];
            case YamlNode.Sequence { Items.IsEmpty: true } empty:
                findings.Add(LoadDiagnostics.EmptyEntityList(empty.Where, list));
                return [];
            case YamlNode.Sequence sequence:
                var expander = context.Expander(budget, provenance, findings);
                return [.. sequence.Items.Select(item => Child(Language.Of(list.Kind), expander.ExpandOne(item), parent.Key, provenance)).OfType<ReadEntity>()];
            case var other:
                findings.Add(LoadDiagnostics.WrongType(other, $"a list of {list.Key}", $"Write a list such as {Quote.Of($"[ {{ {Language.Of(list.Kind).NameKey}: … }} ]")}."));
                return [];
        }
    }

    private ReadEntity? Child(EntityTable table, YamlNode item, EntityKey parent, Provenance provenance)
    {
        if (item is YamlNode.Mapping mapping)
        {
            return Read(table, mapping, parent, provenance);
        }

        if (!provenance.HasFailed(item.Where))
        {
            findings.Add(item.IsNothing
                ? LoadDiagnostics.EmptyValue(item.Where, $"this {DocumentKinds.Noun(table.Keyword)}", WriteValue.Always)
                : LoadDiagnostics.WrongType(item, $"a mapping with {Quote.Of(table.NameKey)}"));
        }

        return null;
    }
}
