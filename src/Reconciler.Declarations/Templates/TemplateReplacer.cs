using System.Collections.Immutable;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Templates;

/// <summary>Writes a template's settings where an entity names it. What the entity says itself replaces the template's whole.</summary>
internal sealed class TemplateReplacer(TenantContext context, TemplateSet templates, ExpansionBudget budget)
{
    /// <summary>The mapping with the settings of its template; as it is where it names none.</summary>
    public YamlNode.Mapping Replace(EntityTable table, YamlNode.Mapping mapping, Provenance provenance, Findings own)
    {
        if (!TemplateUse.IsIn(table.Kind) || !mapping.Entries.Any(IsUse))
        {
            return mapping;
        }

        var rest = mapping with { Entries = [.. mapping.Entries.Where(entry => !IsUse(entry))] };
        var with = mapping.Entries.FirstOrDefault(entry => entry.Key.Text == TemplateUse.With);
        if (mapping.Entries.FirstOrDefault(entry => entry.Key.Text == TemplateUse.Template) is not { } use)
        {
            own.Add(LoadDiagnostics.WithWithoutTemplate((with ?? mapping.Entries[0]).Key.Where));
            return rest;
        }

        if (mapping.Find("ensure") is YamlNode.Scalar { Text: not "present" } ensure)
        {
            foreach (var entry in mapping.Entries.Where(IsUse))
            {
                own.Add(LoadDiagnostics.StandsBesideEnsure(entry.Key.Where, entry.Key.Text, ensure.Text, TableKeys.Of(table).Header));
            }

            return rest;
        }

        return TemplateOf(use, provenance, own) is { } template && Parameters(template, use, with, provenance, own) is { } parameters
            ? Merge(table, rest, template, parameters, provenance, own)
            : rest with { Entries = [.. rest.Entries.Where(entry => !GivesBack(entry) || !IsWord(table, entry, brought: []))] };
    }

    private static bool IsUse(YamlEntry entry) => TemplateUse.Keys.Contains(entry.Key.Text);

    private static bool GivesBack(YamlEntry entry) => entry.Value is YamlNode.Scalar { IsQuoted: false, Text: TemplateYaml.GiveBack };

    private Template? TemplateOf(YamlEntry use, Provenance provenance, Findings own)
    {
        if (use.Value is YamlNode.Scalar { IsNothing: false } name)
        {
            return provenance.HasFailed(name.Where) ? null : templates.Find(name, budget, own);
        }

        own.Add(use.Value.IsNothing
            ? LoadDiagnostics.EmptyValue(use.Value.Where, Quote.Of(TemplateUse.Template), WriteValue.OrTakeOut)
            : LoadDiagnostics.WrongType(use.Value, "the name of a template"));
        return null;
    }

    /// <summary>What the policy gives for each parameter; one that it does not give is a finding, and its value is not known.</summary>
    private Parameters? Parameters(Template template, YamlEntry use, YamlEntry? with, Provenance provenance, Findings own)
    {
        if (with is not null and not { Value: YamlNode.Mapping })
        {
            if (!provenance.HasFailed(with.Value.Where))
            {
                own.Add(with.Value.IsNothing
                    ? LoadDiagnostics.EmptyValue(with.Value.Where, Quote.Of(TemplateUse.With), WriteValue.OrTakeOut)
                    : LoadDiagnostics.WrongType(with.Value, "a mapping of parameters to values"));
            }

            return null;
        }

        var given = with?.Value is YamlNode.Mapping mapping ? mapping.Entries : [];
        foreach (var stranger in given.Where(entry => !template.Parameters.Contains(entry.Key.Text)))
        {
            own.Add(LoadDiagnostics.UnknownParameter(stranger.Key.Where, stranger.Key.Text, template.Name, budget.ToCompare(template.Parameters)));
        }

        var values = new Dictionary<string, Substitute?>(StringComparer.Ordinal);
        foreach (var name in template.Parameters)
        {
            var entry = given.FirstOrDefault(e => e.Key.Text == name);
            if (entry is null)
            {
                own.Add(LoadDiagnostics.MissingParameter((with?.Key ?? use.Value).Where, name, template.Name, template.Where));
            }
            else if (entry.Value.IsNothing)
            {
                own.Add(LoadDiagnostics.EmptyValue(entry.Value.Where, $"the parameter {Quote.Of(name)}", WriteValue.Always));
            }

            values[name] = entry is null || entry.Value.IsNothing || provenance.HasFailed(entry.Value.Where)
                ? null
                : new Substitute(Expanding.Parameters.Reference(name), entry.Value);
        }

        return new Parameters(template.Name, values);
    }

    private YamlNode.Mapping Merge(
        EntityTable table, YamlNode.Mapping written, Template template, Parameters parameters, Provenance provenance, Findings own)
    {
        var said = new Findings();
        provenance.MadeFrom(template, said);
        var expander = context.Expander(budget, provenance, said, parameters);
        ImmutableArray<YamlEntry> brought = expander.Take(written.Where, template.Count) ? ((YamlNode.Mapping)expander.Expand(template.Settings)).Entries : [];

        var back = written.Entries.Where(entry => GivesBack(entry) && IsWord(table, entry, brought)).ToArray();
        foreach (var entry in back.Where(entry => brought.All(other => other.Key.Text != entry.Key.Text)))
        {
            own.Add(LoadDiagnostics.NotSetByTemplate(entry.Value.Where, entry.Key.Text, template.Name, template.Where));
        }

        var replaced = written.Entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        if (replaced.Overlaps(TemplateYaml.Alternatives))
        {
            replaced.UnionWith(TemplateYaml.Alternatives);
        }

        return written with { Entries = [.. written.Entries.Except(back), .. brought.Where(entry => !replaced.Contains(entry.Key.Text))] };
    }

    /// <summary>Whether <c>unmanaged</c> is the word behind a key, and no text: of a text it is the word only where the template sets that.</summary>
    private static bool IsWord(EntityTable table, YamlEntry entry, ImmutableArray<YamlEntry> brought) =>
        table.Settings.FirstOrDefault(field => field.Key == entry.Key.Text) is { } field
        && (field.Shape is not Shape.Text || brought.Any(other => other.Key.Text == entry.Key.Text));
}
