using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Commands;

/// <summary>Says what would change. Writes nothing but the reports it is asked for.</summary>
internal static class PlanCommand
{
    public static async Task<ExitCode> RunAsync(PlanArguments arguments, CliIo io)
    {
        var loaded = Workspaces.Load(arguments.Workspace.Folder);
        var reporter = new Reporter(io, arguments.Workspace.Output);
        if (loaded.Workspace is null || Diagnostic.AnyErrors(loaded.Diagnostics))
        {
            return reporter.Report(new Outcome { Findings = loaded.Diagnostics }, loaded.Texts);
        }

        return await Guarded.RunAsync(reporter, loaded, async () =>
        {
            var (tenant, findings) = new TenantOpener(io).Open(loaded.Workspace, arguments.Workspace.Tenant, forReading: true);
            using (tenant)
            {
                if (tenant is null)
                {
                    return new Outcome { Findings = findings };
                }

                var planned = await Progress.WhileAsync(io, $"Reading {tenant.Name}", () =>
                    new PlanRun(loaded, tenant, new PlanOptions(arguments.NoRemovals)).RunAsync(io.Stop));
                return new Outcome { Findings = loaded.Diagnostics, Planned = planned, CountsChanges = arguments.DetailedExitCode };
            }
        });
    }
}
