using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Templates;

/// <summary>Reads a template, and finds what is wrong in its policy whatever its parameters stand for.</summary>
internal sealed class TemplateReader(TenantContext context, Findings findings)
{
    private readonly OnlyReader _only = new(context, findings);

    /// <summary>Reads a document of a table that has settings into the templates.</summary>
    public void Read(DocumentTable table, SettingsKey settings, YamlNode.Mapping mapping, TemplateSet templates)
    {
        var budget = context.BudgetOf(mapping.Where);
        if (!_only.IsHere(mapping))
        {
            templates.AddElsewhere(mapping.Find("name") is YamlNode.Scalar elsewhere ? elsewhere.Text : "");
            return;
        }

        var document = new TableReader(context, budget, findings).Read(table, mapping);
        var noun = DocumentKinds.Noun(table.Keyword);
        var policy = Settings(settings, noun, mapping, document);
        var yaml = document.Yaml as TemplateYaml;
        var parameters = yaml is null ? [] : Parameters(yaml, document);
        findings.AddRange(document.Provenance.Trace(document.Own, $"this {noun}"));
        if (policy is null || yaml is null)
        {
            return;
        }

        var told = Check(policy, settings.Kind, new Parameters(yaml.Name, parameters.ToDictionary(name => name, Substitute? (_) => null, StringComparer.Ordinal)), budget);
        findings.AddRange(told);
        templates.Add(new Template(yaml.Name, document.Keys.Find("name")?.Value.Where ?? mapping.Where, [.. parameters], policy, told));
        TellUnused(policy, document, parameters);
    }

    /// <summary>The policy, without what can't stand in a template.</summary>
    private static YamlNode.Mapping? Settings(SettingsKey settings, string noun, YamlNode.Mapping document, WrittenDocument written)
    {
        var table = Language.Of(settings.Kind);
        switch (written.Keys.Find(settings.Key)?.Value)
        {
            case YamlNode.Mapping mapping:
                var known = TableKeys.Of(table).Settings;
                var strangers = mapping.Entries.Where(entry => !known.Contains(entry.Key.Text) && (TableKeys.Of(table).Header.Contains(entry.Key.Text) || TemplateUse.Keys.Contains(entry.Key.Text))).ToArray();
                foreach (var stranger in strangers)
                {
                    written.Own.Add(LoadDiagnostics.NotInTemplate(stranger.Key.Where, stranger.Key.Text, known));
                }

                return mapping with { Entries = [.. mapping.Entries.Except(strangers)] };
            case { IsNothing: true } nothing:
                written.Own.Add(LoadDiagnostics.EmptyValue(nothing.Where, Quote.Of(settings.Key), WriteValue.Always));
                return null;
            case { } other:
                written.Own.Add(LoadDiagnostics.WrongType(other, "a mapping of settings"));
                return null;
            default:
                if (!written.Keys.AnyRefused)
                {
                    written.Own.Add(LoadDiagnostics.MissingKey(document.Where, [settings.Key], noun));
                }

                return null;
        }
    }

    private static List<string> Parameters(TemplateYaml yaml, WrittenDocument written)
    {
        var names = new List<string>();
        foreach (var (name, item) in yaml.Parameters.Zip(written.Keys.Find("parameters")?.Value is YamlNode.Sequence list ? list.Items : []))
        {
            if (TextParts.IsName(name))
            {
                names.Add(name);
            }
            else
            {
                written.Own.Add(LoadDiagnostics.NameRefused(item.Where, "parameter", name));
            }
        }

        return names;
    }

    /// <summary>What is wrong in the policy as long as nobody knows what its parameters stand for.</summary>
    private Diagnostic[] Check(YamlNode.Mapping policy, EntityKind kind, Parameters parameters, ExpansionBudget budget)
    {
        var (own, said, provenance) = (new Findings(), new Findings(), new Provenance());
        var expanded = (YamlNode.Mapping)context.Expander(budget, provenance, said, parameters).Expand(policy);
        new DeclarationReader(own, context.TimeZone, new Trail()).ReadSettings(Language.Of(kind), expanded, new EntityKey(kind, ["?", "?", "?"]));
        return [.. said.All, .. provenance.Trace(own, "")];
    }

    private void TellUnused(YamlNode.Mapping policy, WrittenDocument document, List<string> parameters)
    {
        // One that is misspelt where it is used has been told there.
        var used = References(policy).SelectMany(name => Nearest.To(name, parameters) is { } meant && !parameters.Contains(name) ? [meant] : new[] { name }).ToHashSet(StringComparer.Ordinal);
        var written = document.Keys.Find("parameters")?.Value is YamlNode.Sequence list ? list.Items : [];
        foreach (var unused in written.OfType<YamlNode.Scalar>().Where(item => parameters.Contains(item.Text) && !used.Contains(item.Text)))
        {
            findings.Add(LoadDiagnostics.UnusedParameter(unused.Where, unused.Text));
        }
    }

    private static IEnumerable<string> References(YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => sequence.Items.SelectMany(References),
        YamlNode.Mapping mapping => mapping.Entries.SelectMany(entry => References(entry.Value)),
        YamlNode.Scalar scalar when TextParts.AreIn(scalar.Text) =>
            TextParts.Of(scalar.Text).OfType<TextPart.Reference>().Where(reference => reference.To == ReferenceTo.Parameter).Select(reference => reference.Name),
        _ => [],
    };
}
