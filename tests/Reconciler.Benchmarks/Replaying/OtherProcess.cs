using System.Diagnostics;

namespace Reconciler.Benchmarks.Replaying;

/// <summary>This program again, in a process of its own; ended with the one that started it.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    private OtherProcess(Process process) => _process = process;

    public static OtherProcess Start(params string[] arguments)
    {
        var self = typeof(OtherProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [self, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        return new OtherProcess(Process.Start(start) ?? throw new InvalidOperationException($"{self} did not start."));
    }

    /// <summary>The next line it prints.</summary>
    public string Line() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The other process ended.");

    public string Ask()
    {
        _process.StandardInput.WriteLine();
        return Line();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5_000))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
