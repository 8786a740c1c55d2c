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
    private const string Embedded = "embedded";

    // As many requests at a time as the service bears well (contract 1.6). The embedded tenant is to give the same ids in every run.
    private const int CatalogsAtOnce = 4;

    public static Task<ExitCode> RunAsync(ApplyArguments arguments, CliIo io) =>
        TenantSession.RunAsync(arguments.Workspace, io, forReading: false, (loaded, tenant) => ApplyAsync(arguments, io, loaded, tenant));

    private static async Task<Outcome> ApplyAsync(ApplyArguments arguments, CliIo io, LoadResult loaded, OpenTenant tenant)
    {
        await using var held = await tenant.Store.HoldAsync(io.Stop);
        var run = new PlanRun(loaded, tenant, new PlanOptions(arguments.NoRemovals), io.Time);
        var planned = await Progress.WhileAsync(io, $"Reading {tenant.Name}", async () => await GrantCheck.RefuseAsync(await run.RunAsync(io.Stop), tenant.Tenant, io.Stop));
        var outcome = new Outcome { Findings = loaded.Diagnostics, Planned = planned };
        if (!planned.MayApply)
        {
            return outcome;
        }

        if (!planned.Plan.IsEmpty && !arguments.Yes)
        {
            outcome = outcome with { IsPlanShown = io.InIsTerminal };
            if (!await Confirmation.AskAsync(planned, loaded.Diagnostics, loaded.Texts, tenant.Name, Beside(arguments, io)))
            {
                return outcome with { IsUnconfirmed = true };
            }
        }

        else if (!planned.Plan.IsEmpty && arguments.Workspace.Output.Format is OutputFormat.Text)
        {
            // Whoever watches, or reads what is left of a run that was killed, sees what is about to be done.
            outcome = outcome with { IsPlanShown = IsShown(planned, loaded, io) };
        }

        var engine = new ApplyEngine(tenant.Tenant, tenant.Store, new ApplyOptions { AtOnce = tenant.Adapter == Embedded ? 1 : CatalogsAtOnce, Allowed = arguments.Allowed });
        var report = await Progress.WhileAsync(io, "Applying", say =>
            engine.ApplyAsync(planned.Plan, planned.Bindings, new Announcer(say), io.Stop, io.Abort));
        if (planned.Plan.IsEmpty)
        {
            return outcome;
        }

        outcome = outcome with { Report = report, WasStopped = report.WasStopped };
        try
        {
            return report.WasStopped || HasGivenUp(report) ? outcome : outcome with { PlannedAgain = await Progress.WhileAsync(io, "Planning again", () => run.RunAgainAsync(report.Sent, io.Stop)) };
        }
        catch (TenantException trouble)
        {
            // What was done is said, whatever comes after it.
            return outcome with { Trouble = trouble };
        }
        catch (OperationCanceledException)
        {
            return outcome with { WasStopped = true };
        }
    }

    /// <summary>Shows the plan before the first write; false where nothing can be shown, which is said at the end.</summary>
    private static bool IsShown(PlannedRun planned, LoadResult loaded, CliIo io)
    {
        try
        {
            LinePrinter.Print(PlanText.Lines(planned, loaded.Diagnostics, loaded.Texts), io);
            io.Out.Flush();
            return true;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // The service was given as much time as a run has, and nothing more is sent to it.
    private static bool HasGivenUp(ApplyReport report) =>
        report.Outcomes.OfType<ChangeOutcome.Failed>().Any(failed => failed.Why is { EndsTheRun: true, Problem: TenantProblem.Unavailable });

    /// <summary>Where JSON or Markdown is asked for, standard output holds nothing but that: the question goes where the log goes.</summary>
    private static CliIo Beside(ApplyArguments arguments, CliIo io) =>
        arguments.Workspace.Output.Format != OutputFormat.Text ? io with { Out = io.Error, OutIsTerminal = io.ErrorIsTerminal } : io;

    private sealed class Announcer(Action<string> say) : IProgress<ChangeOutcome>
    {
        public void Report(ChangeOutcome value) => say($"{Nouns.One(value.Change.Key.Kind)}{PlannedChangeText.Address(value.Change.Key)}");
    }
}
