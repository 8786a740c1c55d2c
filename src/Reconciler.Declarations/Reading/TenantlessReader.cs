using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Templates;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads the documents that say the same for every tenant, once for all of them. Can be used by several threads.</summary>
internal sealed class TenantlessReader(Workspace workspace)
{
    private readonly TenantContext _context = new(workspace, Variables.None(tenant: null));

    /// <summary>The document, read if it needs no tenant.</summary>
    public PolicyDocument Read(YamlNode document)
    {
        if (document is not YamlNode.Mapping mapping
            || mapping.Find("kind") is not YamlNode.Scalar kind
            || DocumentKinds.Tables.FirstOrDefault(table => table.Keyword == kind.Text) is not { } table
            || NeedsTenant(mapping))
        {
            return new PolicyDocument.Written(document);
        }

        var findings = new Findings();
        var reader = new EntityReader(_context, new TemplateSet(findings), new ExpansionBudget(), findings);
        return new PolicyDocument.Read(reader.Read(table, mapping, parent: null), findings);
    }

    /// <summary>Whether anything in it may refer to a variable, is meant for some tenants or comes from a template, which may do both.</summary>
    private static bool NeedsTenant(YamlNode node) => node switch
    {
        YamlNode.Scalar scalar => TextParts.AreIn(scalar.Text),
        YamlNode.Sequence sequence => sequence.Items.Any(NeedsTenant),
        YamlNode.Mapping mapping => mapping.Entries.Any(entry => entry.Key.Text is OnlyReader.Key or TemplateUse.Template or TemplateUse.With || NeedsTenant(entry.Value)),
        _ => true,
    };
}
