using System.Text;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Workspaces;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>Loads a workspace: reads every file and collects every finding. The same files give the same result, in whatever order they come.</summary>
public static class DeclarationLoader
{
    /// <summary>Loads the workspace in a folder.</summary>
    public static LoadResult Load(string folder)
    {
        var findings = new Findings();
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
        {
            findings.Add(File.Exists(folder) ? LoadDiagnostics.FileForFolder(folder) : LoadDiagnostics.NoFolder(folder));
            return new LoadResult { Diagnostics = findings.InOrder() };
        }

        var full = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(full, WorkspaceReader.FileName)) && !Directory.Exists(Path.Combine(full, WorkspaceReader.FileName)))
        {
            findings.Add(LoadDiagnostics.NoWorkspaceFile(folder));
            return new LoadResult { Diagnostics = findings.InOrder() };
        }

        return Load(
            full,
            FileContent.Read(full, WorkspaceReader.FileName, findings),
            read => PolicyFiles(full, read).Find(findings).Select(path => (path, FileContent.Read(full, path, findings))),
            findings);
    }

    /// <summary>Loads a workspace that is on no disk; all of the files are its policy files.</summary>
    public static LoadResult Load(string reconcilerYaml, IEnumerable<(string Path, byte[] Content)> files) =>
        Load(
            "",
            Encoding.UTF8.GetBytes(reconcilerYaml),
            _ => files.Select(file => (file.Path, (byte[]?)file.Content)).OrderBy(file => file.Path, StringComparer.Ordinal),
            new Findings());

    private static LoadResult Load(
        string folder, byte[]? workspaceFile, Func<ReadWorkspace?, IEnumerable<(string Path, byte[]? Content)>> policyFiles, Findings findings)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var read = Text(WorkspaceReader.FileName, workspaceFile, texts, findings) is { } text ? new WorkspaceReader(findings).Read(folder, text) : null;

        var documents = new DocumentReader(findings, read?.Workspace.TimeZone ?? TimeZoneInfo.Utc);
        var collected = new DeclarationCollector(findings);
        var count = 0;
        foreach (var (path, content) in policyFiles(read))
        {
            count++;
            if (content is [])
            {
                findings.Add(LoadDiagnostics.EmptyFile(path));
            }

            if (Text(path, content, texts, findings) is { } policies)
            {
                foreach (var entity in YamlReader.Read(path, policies, findings).Select(documents.Read).OfType<ReadEntity>())
                {
                    collected.Add(entity);
                }
            }
        }

        collected.CheckPreviousNames();
        if (collected.IsEmpty && !findings.AnyErrors)
        {
            findings.Add(LoadDiagnostics.NothingDeclared(new SourceSpan(WorkspaceReader.FileName, 1, 1)));
        }

        return new LoadResult
        {
            Workspace = read?.Workspace,
            Declared = collected.Declared,
            Sources = collected.Sources,
            Diagnostics = findings.InOrder(),
            Texts = texts,
            FileCount = count,
        };
    }

    private static string? Text(string path, byte[]? content, SortedDictionary<string, string> texts, Findings findings)
    {
        if (content is null)
        {
            return null;
        }

        if (content.Length > YamlLimits.Bytes)
        {
            findings.Add(LoadDiagnostics.TooLarge(path, content.Length, YamlLimits.Bytes));
            return null;
        }

        var text = Utf8Text.Decode(path, content, findings);
        if (text is not null)
        {
            texts[path] = text;
        }

        return text;
    }

    private static PolicyFiles PolicyFiles(string folder, ReadWorkspace? read) => new(folder, read ?? ReadWorkspace.Unread);
}
