using System.Collections.Immutable;
using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>
/// What every command on a tenant has around it: load, check, open, and report whatever happens. Trouble outside and a signal are results too.
/// </summary>
internal static class TenantSession
{
    /// <summary>Runs a command between the opening of its tenant and its report.</summary>
    /// <param name="mayBeEmpty">Whether a workspace that declares nothing is right as it is.</param>
    public static async Task<ExitCode> RunAsync(WorkspaceArguments arguments, CliIo io, bool forReading, Func<LoadResult, OpenTenant, Task<Outcome>> work, bool mayBeEmpty = false)
    {
        var reporter = new Reporter(io, arguments.Output);
        var loaded = Workspaces.Load(arguments.Folder, arguments.Tenant);
        loaded = mayBeEmpty ? loaded.MayBeEmpty() : loaded;
        loaded = loaded with { Diagnostics = [.. loaded.Diagnostics, .. reporter.Check(arguments.Folder)] };
        var outcome = new Outcome { Findings = loaded.Diagnostics };
        if (loaded.Workspace is { } workspace && workspace.Choose(arguments.Tenant) is { } settings && !Diagnostic.AnyErrors(loaded.Diagnostics))
        {
            try
            {
                var opened = await new TenantOpener(io, arguments.Credential).OpenAsync(workspace, settings, forReading);
                using (opened.Tenant)
                {
                    loaded = opened.Texts.Count == 0 ? loaded : loaded with { Texts = loaded.Texts.ToImmutableDictionary().SetItems(opened.Texts) };
                    outcome = opened.Tenant is { } tenant ? await work(loaded, tenant) : new Outcome { Findings = opened.Findings };
                }
            }
            catch (TenantException trouble)
            {
                outcome = outcome with { Trouble = trouble };
            }
            catch (OperationCanceledException)
            {
                outcome = outcome with { WasStopped = true };
            }
        }

        return reporter.Report(outcome, loaded.Texts);
    }
}
