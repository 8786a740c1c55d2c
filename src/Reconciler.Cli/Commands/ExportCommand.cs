using Reconciler.Cli.Running;
using Reconciler.Declarations;
using Reconciler.Declarations.Baselines;
using Reconciler.Declarations.Exporting;

namespace Reconciler.Cli.Commands;

/// <summary>Writes what the tenant has, and the workspace does not declare yet, as policy files. Writes to no tenant.</summary>
internal static class ExportCommand
{
    public static Task<ExitCode> RunAsync(ExportArguments arguments, CliIo io) =>
        TenantSession.RunAsync(arguments.Workspace, io, forReading: true, mayBeEmpty: true, work: async (loaded, tenant) =>
        {
            var exported = await Progress.WhileAsync(io, $"Reading {tenant.Name}", () => new ExportRun(loaded, tenant, arguments).RunAsync(io.Stop));
            return new Outcome { Findings = loaded.Diagnostics, Exported = exported.MayWrite ? Written(exported, arguments.Workspace.Folder, io) : exported };
        });

    /// <summary>What the first line of each file names, where the workspace has it not yet.</summary>
    private static PolicyFile[] Schemas(string folder) =>
    [
        .. new[] { (Path: FirstWorkspace.Schema(LanguageSchemas.PolicyFileName), Text: (Func<string>)LanguageSchemas.PolicyFile), (FirstWorkspace.Schema(LanguageSchemas.WorkspaceFileName), LanguageSchemas.Workspace) }
            .Where(schema => !Path.Exists(Path.Combine(folder, schema.Path)))
            .Select(schema => new PolicyFile(schema.Path, schema.Text())),
    ];

    private static ExportedRun Written(ExportedRun exported, string folder, CliIo io)
    {
        try
        {
            new NewFiles(folder).Write(
                [.. exported.Export.IsEmpty ? [] : Schemas(folder), .. exported.Export.Files],
                exported.BaselineText is { } baseline ? new PolicyFile(BaselineReader.FileName, baseline) : null,
                io.Stop);
            return exported with { IsWritten = true };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return exported with { Findings = [.. exported.Findings, CliDiagnostics.FilesUnwritable(trouble.Message)] };
        }
    }
}
