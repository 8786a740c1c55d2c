using System.Diagnostics;

namespace Reconciler.ScenarioTests.Shells;

/// <summary>A folder with a workspace, the tool on the path by its name, and shells that are asked what they would complete.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly TryFolder _folder = new();

    public ShellSession()
    {
        Checkout.Copy("policies-example", _folder.Path);
        _folder.Put("elsewhere/reconciler.yaml", "version: 1\ntenants:\n  there: { adapter: embedded }\n");
        var program = _folder.Put("bin/reconciler", $"#!/bin/sh\nexec dotnet '{Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The tool as a file that `dotnet` runs.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "reconciler.dll");

    public void Dispose() => _folder.Dispose();

    public string Put(string relative, string content) => _folder.Put(relative, content);

    /// <summary>Runs a shell in the workspace and gives the lines it prints.</summary>
    public async Task<string[]> RunAsync(string shell, params string[] arguments)
    {
        var start = new ProcessStartInfo(shell, arguments) { WorkingDirectory = _folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["PATH"] = $"{Path.Combine(_folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["HOME"] = _folder.Path;
        start.Environment["TERM"] = "xterm";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{shell} does not start.");
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForExitAsync(patience.Token);
        Assert.True(process.ExitCode == 0, $"{shell} returned {process.ExitCode}\n{await output}\n{await error}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
