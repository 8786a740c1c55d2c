using System.Diagnostics;
using Reconciler.Cli;
using Serilog.Core;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The command line as the program runs it, but in this process.</summary>
internal static class InProcess
{
    /// <summary>Runs a command that must succeed.</summary>
    public static string Run(params string[] arguments)
    {
        using var output = new StringWriter();
        var code = Cli.CommandLine.RunAsync(arguments, new CliIo
        {
            Out = output,
            Error = output,
            ReadLineAsync = _ => Task.FromResult<string?>(null),
            Variable = _ => null,
            Time = TimeProvider.System,
            NewId = Guid.NewGuid,
            Folder = Checkout.Root,
            Log = Logger.None,
        }).GetAwaiter().GetResult();
        return code == 0 ? output.ToString() : throw new InvalidOperationException($"reconciler {string.Join(' ', arguments)} returned {code}\n{output}");
    }

    /// <summary>How long something takes that begins with a clean heap.</summary>
    /// <param name="before">What is done first and does not count.</param>
    public static TimeSpan Time(Action work, Action? before = null)
    {
        before?.Invoke();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed;
    }
}
