using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>A program that was published for this machine, and is measured from its start to its end.</summary>
internal sealed class Published
{
    private readonly string _program;

    private Published(string program) => _program = program;

    /// <summary>Publishes a project as `make publish` does.</summary>
    public static Published Of(string project, string name)
    {
        var folder = Path.Combine(Checkout.Artifacts, name);
        Run("dotnet", ["publish", project, "--configuration", "Release", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", folder, "--nologo", "--verbosity", "quiet"]);
        return new Published(Path.Combine(folder, name));
    }

    public TimeSpan Time(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        Run(_program, arguments);
        return clock.Elapsed;
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }) ?? throw new InvalidOperationException($"{program} did not start.");
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} returned {process.ExitCode}\n{printed}");
        }
    }
}
