using System.Text;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Workspaces;

namespace Reconciler.Declarations.Files;

/// <summary>The files of a workspace as YAML: read once, whatever tenants they are then read for.</summary>
internal sealed class WorkspaceFiles
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<PolicyDocument> _documents = [];

    private WorkspaceFiles(Findings findings) => Findings = findings;

    /// <summary>What is wrong whatever the tenant.</summary>
    public Findings Findings { get; }

    /// <summary>Null where <c>reconciler.yaml</c> is missing or no YAML.</summary>
    public ReadWorkspace? Workspace { get; private set; }

    /// <summary>The documents of all policy files, by file.</summary>
    public IReadOnlyCollection<PolicyDocument> Documents => _documents;

    /// <summary>The text of each file by its path.</summary>
    public IReadOnlyDictionary<string, string> Texts => _texts;

    /// <summary>How many policy files there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there is a workspace's folder at all.</summary>
    public bool IsThere { get; private set; }

    public static WorkspaceFiles In(string folder)
    {
        var files = new WorkspaceFiles(new Findings());
        var findings = files.Findings;
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
        {
            findings.Add(File.Exists(folder) ? LoadDiagnostics.FileForFolder(folder) : LoadDiagnostics.NoFolder(folder, WorkspacePath.Nearest(folder)));
            return files;
        }

        var full = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(full, WorkspaceReader.FileName)) && !Directory.Exists(Path.Combine(full, WorkspaceReader.FileName)))
        {
            findings.Add(LoadDiagnostics.NoWorkspaceFile(folder));
            return files;
        }

        return files.Read(
            full,
            FileContent.Read(full, WorkspaceReader.FileName, findings),
            read => [.. new PolicyFiles(full, read).Find(findings).Select(path => new PolicySource(path, found => FileContent.Read(full, path, found)))]);
    }

    /// <summary>A workspace that is on no disk; all of the files are its policy files.</summary>
    public static WorkspaceFiles Of(string reconcilerYaml, IEnumerable<(string Path, byte[] Content)> files) =>
        new WorkspaceFiles(new Findings()).Read(
            "",
            Encoding.UTF8.GetBytes(reconcilerYaml),
            _ => [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new PolicySource(file.Path, _ => file.Content))]);

    private WorkspaceFiles Read(string folder, byte[]? workspaceFile, Func<ReadWorkspace, IReadOnlyList<PolicySource>> policyFiles)
    {
        IsThere = true;
        if (FileContent.Text(WorkspaceReader.FileName, workspaceFile, Findings) is { } text)
        {
            _texts[WorkspaceReader.FileName] = text;
            Workspace = new WorkspaceReader(Findings).Read(folder, text);
        }

        var read = Workspace ?? ReadWorkspace.Unread;
        foreach (var file in new PolicyFileReader(new TenantlessReader(read.Workspace)).Read(policyFiles(read)))
        {
            Count++;
            Findings.AddRange(file.Findings);
            _documents.AddRange(file.Documents);
            if (file.Text is { } policies)
            {
                _texts[file.Path] = policies;
            }
        }

        return this;
    }
}
