using Reconciler.Cli.Running;

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

    private static ExportedRun Written(ExportedRun exported, string folder, CliIo io)
    {
        try
        {
            NewFiles.Write(folder, exported.Export.Files, io.Stop);
            return exported with { IsWritten = true };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return exported with { Findings = [.. exported.Findings, CliDiagnostics.FilesUnwritable(trouble.Message)] };
        }
    }
}
