using System.Diagnostics;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks.Serving;

/// <summary>The command line in a process of its own, of the build that this was built with.</summary>
internal static class Tool
{
    private const string SignInVariables = "AZURE_";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private static string Program => Path.Combine(Checkout.Root, "src", "Reconciler.Cli", "bin", "Release", "net10.0", "reconciler.dll");

    /// <summary>Starts it, signed in nowhere but where the variables say.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith(SignInVariables, StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
    }

    /// <summary>Runs a command that must succeed, from its start to its end.</summary>
    public static ToolRun Run(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(variables, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (peak, computed) = (0L, TimeSpan.Zero);
        do
        {
            // Both only grow, and are gone with the process: the last look is the one that counts.
            process.Refresh();
            (peak, computed) = Look(process) ?? (peak, computed);
        }
        while (!process.WaitForExit(BetweenLooks));

        process.WaitForExit();
        var elapsed = clock.Elapsed;
        return process.ExitCode == 0
            ? new ToolRun(elapsed, computed, peak, output.GetAwaiter().GetResult())
            : throw new InvalidOperationException($"reconciler {string.Join(' ', arguments)} returned {process.ExitCode}\n{output.Result}\n{errors.Result}");
    }

    private static (long Peak, TimeSpan Computed)? Look(Process process)
    {
        try
        {
            return process.PeakWorkingSet64 is > 0 and var peak ? (peak, process.TotalProcessorTime) : null;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return null;
        }
    }
}
