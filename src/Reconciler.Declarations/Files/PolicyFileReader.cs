using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Files;

/// <summary>Reads policy files, several at a time where there are many. None knows of another, so that their order is all that has to be kept.</summary>
internal sealed class PolicyFileReader(TenantlessReader documents)
{
    /// <summary>From how many files on it pays to begin other threads.</summary>
    private const int Many = 64;

    /// <summary>The files in the order of their sources.</summary>
    public PolicyFile[] Read(IReadOnlyList<PolicySource> sources)
    {
        var files = new PolicyFile[sources.Count];
        if (sources.Count < Many)
        {
            for (var i = 0; i < files.Length; i++)
            {
                files[i] = Read(sources[i]);
            }
        }
        else
        {
            Parallel.For(0, files.Length, i => files[i] = Read(sources[i]));
        }

        return files;
    }

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
