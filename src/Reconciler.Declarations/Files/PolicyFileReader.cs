using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Files;

/// <summary>Reads policy files, several at a time where there are many. None knows of another, so that their order is all that has to be kept.</summary>
internal sealed class PolicyFileReader(TenantlessReader documents)
{
    /// <summary>The files in the order of their sources.</summary>
    public PolicyFile[] Read(IReadOnlyList<PolicySource> sources) => Simultaneously.Select(sources, sources.Count >= Simultaneously.ManyFiles, Read);

    private PolicyFile Read(PolicySource source)
    {
        var findings = new Findings();
        var content = source.Read(findings);
        if (content is [])
        {
            findings.Add(LoadDiagnostics.EmptyFile(source.Path));
        }

        return FileContent.Text(source.Path, content, findings) is { } text
            ? new PolicyFile(source.Path, text, [.. YamlReader.Read(source.Path, text, findings).Select(documents.Read)], findings)
            : new PolicyFile(source.Path, null, [], findings);
    }
}
