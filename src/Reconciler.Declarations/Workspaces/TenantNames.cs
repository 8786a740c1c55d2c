using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Workspaces;

namespace Reconciler.Declarations;

/// <summary>Reads which tenants a workspace has, and nothing else of it.</summary>
public static class TenantNames
{
    /// <summary>The names as they are written; none where the folder is no workspace. What is wrong in it is for others to tell.</summary>
    public static IReadOnlyList<string> In(string folder)
    {
        var unheard = new Findings();
        if (!File.Exists(Path.Combine(folder, WorkspaceReader.FileName)))
        {
            return [];
        }

        var full = Path.GetFullPath(folder);
        var text = FileContent.Text(WorkspaceReader.FileName, FileContent.Read(full, WorkspaceReader.FileName, unheard), unheard);
        return text is not null && new WorkspaceReader(unheard).Read(full, text) is { } read ? [.. read.Workspace.Tenants.Select(tenant => tenant.Name)] : [];
    }
}
