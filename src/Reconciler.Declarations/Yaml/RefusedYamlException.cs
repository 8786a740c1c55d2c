using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>Ends the reading of one file at a limit. Never leaves <see cref="YamlReader"/>.</summary>
internal sealed class RefusedYamlException(Diagnostic finding) : Exception(finding.Message)
{
    public Diagnostic Finding { get; } = finding;
}
