using Reconciler.Cli.Output;
using Reconciler.Declarations;

namespace Reconciler.Cli.Commands;

/// <summary>Checks the files by themselves: no network, no credentials. Without a tenant's name for every tenant, since what is wrong for one only waits for its next run.</summary>
internal static class ValidateCommand
{
    public static ExitCode Run(WorkspaceArguments arguments, CliIo io)
    {
        var loaded = arguments.Tenant is null ? Workspaces.LoadEvery(arguments.Folder) : Workspaces.Load(arguments.Folder, arguments.Tenant);
        var reporter = new Reporter(io, arguments.Output);
        return reporter.Report(
            new Outcome { Findings = [.. loaded.Diagnostics, .. reporter.Check(arguments.Folder)], Valid = Summary(loaded), KnownFindings = loaded.Known.Count }, loaded.Texts);
    }

    private static string Summary(LoadResult loaded)
    {
        var (files, entities) = (loaded.FileCount, loaded.Declared.Declarations.Count);
        var findings = string.Join(", ", new[] { DiagnosticText.Count(loaded.Diagnostics), DiagnosticText.Known(loaded.Known.Count) }.Where(count => count.Length > 0));
        return $"Valid: {entities} {(entities == 1 ? "entity" : "entities")} in {files} {(files == 1 ? "file" : "files")}{(findings.Length == 0 ? "" : $" ({findings})")}.";
    }
}
