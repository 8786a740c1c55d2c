using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Templates;
using Reconciler.Declarations.Workspaces;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>
/// Loads a workspace for a tenant: reads every file and collects every finding. The same files give the same result, in whatever order
/// they come.
/// </summary>
public static class DeclarationLoader
{
    /// <summary>Loads the workspace in a folder for the tenant that <see cref="Workspace.Choose"/> gives. Where it gives none of several, nothing is declared.</summary>
    public static LoadResult Load(string folder, string? tenantName = null) => Load(WorkspaceFiles.In(folder), tenantName);

    /// <summary>Loads a workspace that is on no disk; all of the files are its policy files.</summary>
    public static LoadResult Load(string reconcilerYaml, IEnumerable<(string Path, byte[] Content)> files, string? tenantName = null) =>
        Load(WorkspaceFiles.Of(reconcilerYaml, files), tenantName);

    /// <summary>Loads the workspace in a folder once for each of its tenants, the one that a command would choose first; at least once.</summary>
    /// <param name="then">What is done with each of them, several at a time where there are many files.</param>
    public static EquatableArray<LoadResult> LoadEvery(string folder, Func<LoadResult, LoadResult>? then = null) => LoadEvery(WorkspaceFiles.In(folder), then ?? (loaded => loaded));

    /// <summary>The same for a workspace that is on no disk.</summary>
    public static EquatableArray<LoadResult> LoadEvery(string reconcilerYaml, IEnumerable<(string Path, byte[] Content)> files) =>
        LoadEvery(WorkspaceFiles.Of(reconcilerYaml, files), loaded => loaded);

    private static LoadResult Load(WorkspaceFiles files, string? tenantName)
    {
        var workspace = files.Workspace?.Workspace;
        var tenant = workspace?.Choose(tenantName)?.Name;
        return tenant is null && workspace is { Tenants.IsEmpty: false } ? Unread(files) : For(tenant, files);
    }

    private static EquatableArray<LoadResult> LoadEvery(WorkspaceFiles files, Func<LoadResult, LoadResult> then)
    {
        if (files.Workspace?.Workspace is not { Tenants.IsEmpty: false } workspace)
        {
            return [then(Load(files, null))];
        }

        var first = workspace.Choose(null);
        TenantSettings[] tenants = [.. workspace.Tenants.OrderBy(tenant => tenant == first ? 0 : 1)];
        return [.. Simultaneously.Select(tenants, files.Count >= Simultaneously.ManyFiles, tenant => then(For(tenant.Name, files)))];
    }

    /// <summary>What can be told without a tenant.</summary>
    private static LoadResult Unread(WorkspaceFiles files) => new()
    {
        Workspace = files.Workspace?.Workspace,
        Diagnostics = files.Findings.InOrder(),
        Texts = files.Texts,
        FileCount = files.Count,
    };

    private static LoadResult For(string? tenant, WorkspaceFiles files)
    {
        if (!files.IsThere)
        {
            return Unread(files);
        }

        var findings = new Findings();
        findings.AddRange(files.Findings);
        var read = files.Workspace ?? ReadWorkspace.Unread;
        var context = new TenantContext(read.Workspace, tenant is not null && read.Variables.TryGetValue(tenant, out var variables) ? variables : Variables.None(tenant));
        var collected = new DeclarationCollector(context.Scope, findings);
        var templates = new TemplateSet(findings);
        var documents = new DocumentReader(context, templates, collected, findings);
        foreach (var document in files.Documents)
        {
            documents.ReadTemplate(document);
        }

        foreach (var document in files.Documents)
        {
            documents.Read(document);
        }

        collected.CheckPreviousNames();
        if (collected.IsEmpty && !findings.AnyErrors)
        {
            findings.Add(LoadDiagnostics.NothingDeclared(new SourceSpan(WorkspaceReader.FileName, 1, 1), files.Count, read.Workspace.Files));
        }

        return Unread(files) with
        {
            Tenant = tenant,
            Declared = collected.Declared,
            OutOfScope = collected.OutOfScope,
            Sources = collected.Sources(),
            Templates = templates.Names.ToEquatableArray(),
            Diagnostics = findings.InOrder(),
        };
    }
}
