using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads one document of a policy file: looks at its kind and hands it to the table of that.</summary>
internal sealed class DocumentReader(Findings findings, TimeZoneInfo timeZone)
{
    private readonly EntityReader _entities = new(findings, timeZone);

    public ReadEntity? Read(YamlNode document)
    {
        if (document is not YamlNode.Mapping mapping)
        {
            return Refuse(LoadDiagnostics.NotADeclaration(document.Where));
        }

        return mapping.Find("kind") switch
        {
            null => Refuse(LoadDiagnostics.NoKind(mapping.Where)),
            { IsNothing: true } nothing => Refuse(LoadDiagnostics.EmptyValue(nothing.Where, "`kind`", $"Write {Quote.AnyOf(DocumentKinds.Keywords)}.")),
            YamlNode.Scalar kind => OfKind(kind, mapping),
            var other => Refuse(LoadDiagnostics.WrongType(other, Quote.AnyOf(DocumentKinds.Keywords))),
        };
    }

    private ReadEntity? OfKind(YamlNode.Scalar kind, YamlNode.Mapping mapping)
    {
        if (Language.Tables.FirstOrDefault(table => table.Keyword == kind.Text) is not { } table)
        {
            return Refuse(Language.LaterKinds.Contains(kind.Text)
                ? LoadDiagnostics.NotSupportedYet(kind.Where, $"kind {Quote.Of(kind.Text)}")
                : LoadDiagnostics.UnknownKind(kind.Where, kind.Text));
        }

        return DocumentKinds.OwnerOf(table.Kind) is { } home
            ? Refuse(LoadDiagnostics.KindLivesInAnother(kind.Where, kind.Text, home.Owner.Keyword, home.List.Key))
            : _entities.Read(table, mapping, parent: null);
    }

    private ReadEntity? Refuse(Diagnostic finding)
    {
        findings.Add(finding);
        return null;
    }
}
