using Reconciler.Cli.Output;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Runs what needs a tenant, and reports it whatever happens: trouble outside and a signal are results too.</summary>
internal static class Guarded
{
    public static async Task<ExitCode> RunAsync(Reporter reporter, LoadResult loaded, Func<Task<Outcome>> run)
    {
        Outcome outcome;
        try
        {
            outcome = await run();
        }
        catch (TenantException trouble)
        {
            outcome = new Outcome { Findings = loaded.Diagnostics, Trouble = trouble };
        }
        catch (OperationCanceledException)
        {
            outcome = new Outcome { Findings = loaded.Diagnostics, WasStopped = true };
        }

        return reporter.Report(outcome, loaded.Texts);
    }
}
