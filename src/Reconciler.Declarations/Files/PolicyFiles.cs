using Reconciler.Declarations.Baselines;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Workspaces;

namespace Reconciler.Declarations.Files;

/// <summary>The policy files of a workspace on disk: what its patterns match, without its own files and the seeds.</summary>
internal sealed class PolicyFiles(string folder, ReadWorkspace read)
{
    public IEnumerable<string> Find(Findings findings)
    {
        var others = read.Workspace.Tenants
            .Select(tenant => tenant.Seed).OfType<string>()
            .Append(WorkspaceReader.FileName)
            .Append(BaselineReader.FileName)
            .Select(path => WorkspacePath.Full(folder, path))
            .ToHashSet(StringComparer.Ordinal);
        return new FileFinder(folder, read.Patterns, findings).Find().Where(path => !others.Contains(WorkspacePath.Full(folder, path)));
    }
}
