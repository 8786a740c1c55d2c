using System.Text;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Workspaces;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Files;

/// <summary>The files of a workspace as YAML: read once, whatever tenants they are then read for.</summary>
internal sealed class WorkspaceFiles
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<YamlNode> _documents = [];

    private WorkspaceFiles(Findings findings) => Findings = findings;

    /// <summary>What is wrong whatever the tenant.</summary>
    public Findings Findings { get; }

    /// <summary>Null where <c>reconciler.yaml</c> is missing or no YAML.</summary>
    public ReadWorkspace? Workspace { get; private set; }

    /// <summary>The documents of all policy files, by file.</summary>
    public IReadOnlyCollection<YamlNode> Documents => _documents;

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
            read => new PolicyFiles(full, read ?? ReadWorkspace.Unread).Find(findings).Select(path => (path, FileContent.Read(full, path, findings))));
    }

    /// <summary>A workspace that is on no disk; all of the files are its policy files.</summary>
    public static WorkspaceFiles Of(string reconcilerYaml, IEnumerable<(string Path, byte[] Content)> files) =>
        new WorkspaceFiles(new Findings()).Read(
            "",
            Encoding.UTF8.GetBytes(reconcilerYaml),
            _ => files.Select(file => (file.Path, (byte[]?)file.Content)).OrderBy(file => file.Path, StringComparer.Ordinal));

    private WorkspaceFiles Read(string folder, byte[]? workspaceFile, Func<ReadWorkspace?, IEnumerable<(string Path, byte[]? Content)>> policyFiles)
    {
        IsThere = true;
        Workspace = Text(WorkspaceReader.FileName, workspaceFile) is { } text ? new WorkspaceReader(Findings).Read(folder, text) : null;
        foreach (var (path, content) in policyFiles(Workspace))
        {
            Count++;
            if (content is [])
            {
                Findings.Add(LoadDiagnostics.EmptyFile(path));
            }

            if (Text(path, content) is { } policies)
            {
                _documents.AddRange(YamlReader.Read(path, policies, Findings));
            }
        }

        return this;
    }

    private string? Text(string path, byte[]? content)
    {
        if (content is null)
        {
            return null;
        }

        if (content.Length > YamlLimits.Bytes)
        {
            Findings.Add(LoadDiagnostics.TooLarge(path, content.Length, YamlLimits.Bytes));
            return null;
        }

        var text = Utf8Text.Decode(path, content, Findings);
        if (text is null)
        {
            return null;
        }

        _texts[path] = text;
        return LineEnds.AreSound(path, text, Findings) ? text : null;
    }
}
