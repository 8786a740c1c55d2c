using Reconciler.Applying;
using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Commands;

/// <summary>Plans, asks, applies, and plans again to see whether the tenant is now as declared.</summary>
internal static class ApplyCommand
{
    public static async Task<ExitCode> RunAsync(ApplyArguments arguments, CliIo io)
    {
        var loaded = Workspaces.Load(arguments.Workspace.Folder);
        var reporter = new Reporter(io, arguments.Workspace.Output);
        if (loaded.Workspace is null || Diagnostic.AnyErrors(loaded.Diagnostics))
        {
            return reporter.Report(new Outcome { Findings = loaded.Diagnostics }, loaded.Texts);
        }

        return await Guarded.RunAsync(reporter, loaded, async () =>
        {
            var (tenant, findings) = new TenantOpener(io).Open(loaded.Workspace, arguments.Workspace.Tenant, forReading: false);
            using (tenant)
            {
                return tenant is null ? new Outcome { Findings = findings } : await ApplyAsync(arguments, io, loaded, tenant);
            }
        });
    }

    private static async Task<Outcome> ApplyAsync(ApplyArguments arguments, CliIo io, LoadResult loaded, OpenTenant tenant)
    {
        await using var held = await tenant.Store.HoldAsync(io.Stop);
        var run = new PlanRun(loaded, tenant, new PlanOptions(arguments.NoRemovals));
        var planned = await Progress.WhileAsync(io, $"Reading {tenant.Name}", () => run.RunAsync(io.Stop));
        var outcome = new Outcome { Findings = loaded.Diagnostics, Planned = planned };
        if (!planned.MayApply)
        {
            return outcome;
        }

        if (!planned.Plan.IsEmpty && !arguments.Yes)
        {
            outcome = outcome with { IsPlanShown = io.InIsTerminal };
            if (!await Confirmation.AskAsync(planned, loaded.Diagnostics, loaded.Texts, tenant.Name, io))
            {
                return outcome with { IsUnconfirmed = true };
            }
        }

        var engine = new ApplyEngine(tenant.Tenant, tenant.Store);
        var report = await Progress.WhileAsync(io, "Applying", say =>
            engine.ApplyAsync(planned.Plan, planned.Bindings, new Announcer(say), io.Stop, io.Abort));
        if (planned.Plan.IsEmpty)
        {
            return outcome;
        }

        var again = report.WasStopped ? null : await Progress.WhileAsync(io, "Planning again", () => run.RunAsync(io.Abort));
        return outcome with { Report = report, PlannedAgain = again, WasStopped = report.WasStopped };
    }

    private sealed class Announcer(Action<string> say) : IProgress<ChangeOutcome>
    {
        public void Report(ChangeOutcome value) => say($"{Nouns.One(value.Change.Key.Kind)}{PlannedChangeText.Address(value.Change.Key)}");
    }
}
