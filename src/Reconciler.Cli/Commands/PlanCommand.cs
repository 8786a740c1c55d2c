using Reconciler.Cli.Running;
using Reconciler.Planning;

namespace Reconciler.Cli.Commands;

/// <summary>Says what would change. Writes nothing but the reports it is asked for.</summary>
internal static class PlanCommand
{
    public static Task<ExitCode> RunAsync(PlanArguments arguments, CliIo io) =>
        TenantSession.RunAsync(arguments.Workspace, io, forReading: true, async (loaded, tenant) =>
        {
            var run = new PlanRun(loaded, tenant, new PlanOptions(arguments.NoRemovals), io.Time);
            return new Outcome
            {
                Findings = loaded.Diagnostics,
                Planned = await Progress.WhileAsync(io, $"Reading {tenant.Name}", async () => await GrantCheck.WarnAsync(await run.RunAsync(io.Stop), tenant.Tenant, io.Stop)),
                CountsChanges = arguments.DetailedExitCode,
            };
        });
}
