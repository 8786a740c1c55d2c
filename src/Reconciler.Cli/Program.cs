using System.Globalization;
using System.Runtime.InteropServices;
using Reconciler.Cli;
using Serilog;
using Serilog.Core;
using Serilog.Events;

#pragma warning disable RS0030 // The one place that may touch the console, the environment, the clock and the sources of ids and of chance.

// Numbers and dates are written the same everywhere, whatever the machine speaks.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
using var abort = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
using var hungUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Interrupt);

var level = new LoggingLevelSwitch(LogEventLevel.Warning);
await using var log = new LoggerConfiguration().MinimumLevel.ControlledBy(level).WriteTo.Sink(new LazySink(StandardError)).CreateLogger();

try
{
    return await CommandLine.RunAsync(args, new CliIo
    {
        Out = Console.Out,
        Error = Console.Error,
        ReadLineAsync = cancelled => Task.Run(Console.ReadLine, cancelled).WaitAsync(cancelled),
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? 80 : Console.WindowWidth,
        Variable = Environment.GetEnvironmentVariable,
        Time = TimeProvider.System,
        NewId = Guid.NewGuid,
        Chance = Random.Shared.NextDouble,
        Folder = CurrentFolder(),
        Log = log,
        LogLevel = level,
        Stop = stop.Token,
        Abort = abort.Token,
    });
}
#pragma warning disable CA1031 // The program's one catch: what arrives here is a bug, and it is said as one.
catch (Exception bug)
{
    log.Fatal(bug, "This is a bug in reconciler; please report it with the text below");
    return (int)ExitCode.Bug;
}

// A folder that was deleted under the shell has no path; paths that are whole need none.
static string CurrentFolder()
{
    try
    {
        return Environment.CurrentDirectory;
    }
    catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
    {
        return Path.DirectorySeparatorChar.ToString();
    }
}

static Logger StandardError() => new LoggerConfiguration()
    .MinimumLevel.Verbose()
    .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}")
    .CreateLogger();

void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    if (stop.IsCancellationRequested)
    {
        // What is under way can't be waited for any more; the next run finds what became of it.
        abort.Cancel();
        Environment.Exit((int)ExitCode.Forced);
    }

    stop.Cancel();
}
