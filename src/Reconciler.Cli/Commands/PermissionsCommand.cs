using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Says which grants the files need, and which are there. Where no tenant can be asked it still says the first.</summary>
internal static class PermissionsCommand
{
    public static async Task<ExitCode> RunAsync(PermissionsArguments arguments, CliIo io)
    {
        var workspace = arguments.Workspace;
        var reporter = new Reporter(io, workspace.Output);
        var loaded = Workspaces.Load(workspace.Folder, workspace.Tenant);
        var findings = loaded.Diagnostics.Concat(reporter.Check(workspace.Folder)).ToEquatableArray();
        if (loaded.Workspace is not { } there || there.Choose(workspace.Tenant) is not { } settings || Diagnostic.AnyErrors(findings))
        {
            return reporter.Report(new Outcome { Findings = findings }, loaded.Texts);
        }

        try
        {
            var report = await new PermissionsRun(loaded, settings, arguments, io).RunAsync(there);
            return reporter.Report(new Outcome { Permissions = report, Findings = [.. reporter.Check(workspace.Folder), .. report.Findings] }, report.Texts);
        }
        catch (OperationCanceledException)
        {
            return reporter.Report(new Outcome { WasStopped = true }, loaded.Texts);
        }
    }
}
