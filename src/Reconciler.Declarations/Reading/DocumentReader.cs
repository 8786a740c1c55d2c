using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Templates;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads one document of a policy file for a tenant: looks at its kind and hands it to the table of that.</summary>
internal sealed class DocumentReader(TenantContext context, TemplateSet templates, DeclarationCollector collected, Findings findings)
{
    private readonly OnlyReader _only = new(context, findings);

    /// <summary>Reads what other documents use, whichever file comes first.</summary>
    public void ReadTemplate(PolicyDocument document)
    {
        if (document is PolicyDocument.Written { Node: YamlNode.Mapping mapping } && TableOf(mapping) is { Settings: { } settings } table)
        {
            new TemplateReader(context, findings).Read(table, settings, mapping, templates);
        }
    }

    /// <summary>Reads everything else.</summary>
    public void Read(PolicyDocument document)
    {
        if (document is PolicyDocument.Written written)
        {
            Read(written.Node);
        }
        else if (document is PolicyDocument.Read read)
        {
            findings.AddRange(read.Findings);
            if (read.Entity is { } entity)
            {
                collected.Add(entity);
            }
        }
    }

    private void Read(YamlNode document)
    {
        if (document is not YamlNode.Mapping mapping)
        {
            findings.Add(LoadDiagnostics.NotADeclaration(document.Where));
            return;
        }

        switch (mapping.Find("kind"))
        {
            case null:
                findings.Add(LoadDiagnostics.NoKind(mapping.Where));
                break;
            case { IsNothing: true } nothing:
                findings.Add(LoadDiagnostics.EmptyValue(nothing.Where, "`kind`", $"Write {Quote.AnyOf(DocumentKinds.Keywords)}."));
                break;
            case YamlNode.Scalar when TableOf(mapping) is { } table:
                ReadTable(table, mapping);
                break;
            case YamlNode.Scalar kind:
                ReadEntity(kind, mapping);
                break;
            case var other:
                findings.Add(LoadDiagnostics.WrongType(other, Quote.AnyOf(DocumentKinds.Keywords)));
                break;
        }
    }

    private static DocumentTable? TableOf(YamlNode.Mapping mapping) =>
        Language.Documents.FirstOrDefault(table => mapping.Find("kind") is YamlNode.Scalar kind && table.Keyword == kind.Text);

    private void ReadEntity(YamlNode.Scalar kind, YamlNode.Mapping mapping)
    {
        if (Language.Tables.FirstOrDefault(table => table.Keyword == kind.Text) is not { } table)
        {
            findings.Add(Language.LaterKinds.Contains(kind.Text)
                ? LoadDiagnostics.NotSupportedYet(kind.Where, $"kind {Quote.Of(kind.Text)}")
                : LoadDiagnostics.UnknownKind(kind.Where, kind.Text));
        }
        else if (DocumentKinds.OwnerOf(table.Kind) is { } home)
        {
            findings.Add(LoadDiagnostics.KindLivesInAnother(kind.Where, kind.Text, home.Owner.Keyword, home.List.Key));
        }
        else if (new EntityReader(context, templates, context.BudgetOf(mapping.Where), findings).Read(table, mapping, parent: null) is { } read)
        {
            collected.Add(read);
        }
    }

    private void ReadTable(DocumentTable table, YamlNode.Mapping mapping)
    {
        // Templates were read before.
        if (table.Settings is not null || !_only.IsHere(mapping))
        {
            return;
        }

        var document = new TableReader(context, context.BudgetOf(mapping.Where), findings).Read(table, mapping);
        switch (document.Yaml)
        {
            case IgnoreYaml yaml when IgnoreReader.Read(yaml, document) is { } ignore:
                collected.Add(ignore);
                break;
            case WaiverYaml yaml when WaiverReader.Read(yaml, document) is { } waiver:
                collected.Add(waiver);
                break;
        }

        findings.AddRange(document.Provenance.Trace(document.Own, $"this {DocumentKinds.Noun(table.Keyword)}"));
    }
}
