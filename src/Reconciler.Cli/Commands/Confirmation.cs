using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Asks somebody at a terminal whether the plan shall be applied. Only the whole word counts; without a terminal nobody can say it.</summary>
internal static class Confirmation
{
    public static async Task<bool> AskAsync(PlannedRun planned, EquatableArray<Diagnostic> findings, IReadOnlyDictionary<string, string> texts, string tenant, CliIo io)
    {
        if (!io.InIsTerminal)
        {
            return false;
        }

        LinePrinter.Print(PlanText.Lines(planned, findings, texts), io);
        io.Out.Write($"\nApply this to {tenant}? Only \"yes\" applies it: ");
        io.Out.Flush();
        var answer = await io.ReadLineAsync(io.Stop);
        io.Out.Write("\n");
        return answer?.Trim() == "yes";
    }
}
