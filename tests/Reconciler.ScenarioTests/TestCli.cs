using Reconciler.Cli;
using Reconciler.Tests.Metadata;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Reconciler.ScenarioTests;

/// <summary>
/// The command line in process: what it prints is kept, the clock stands still, and ids are counted. Every request is held against Graph's metadata, and no
/// command but the one that applies may as much as try to write.
/// </summary>
internal sealed class TestCli(string folder)
{
    private const string Writing = "apply";
    private readonly List<CheckedRequests> _requests = [];
    private int _ids;

    /// <summary>What somebody would type; null where nobody sits at a terminal.</summary>
    public string? Typed { get; init; }

    /// <summary>Somebody sits there and types nothing.</summary>
    public bool SitsSilent { get; init; }

    /// <summary>Nothing can be printed.</summary>
    public bool IsMute { get; init; }

    public bool IsTerminal { get; init; }

    /// <summary>Where results go in place of what is returned: for who looks while the command runs.</summary>
    public TextWriter? OutTo { get; init; }

    /// <summary>What ids are counted from: two that share a tenant must not make the same.</summary>
    public int IdsAfter { init => _ids = value; }

    public int Width { get; init; } = 80;

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    public CancellationToken Stop { get; init; }

    /// <summary>The clock; one that stands still where it is left out.</summary>
    public TimeProvider Time { get; init; } = new StandingClock();

    /// <summary>Where the log goes; nowhere where it is left out.</summary>
    public TextWriter? LogTo { get; init; }

    public async Task<TestRun> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var error = new StringWriter { NewLine = "\n" };
        var level = new LoggingLevelSwitch(LogEventLevel.Warning);
        await using var log = LogTo is { } writer ? new LoggerConfiguration().MinimumLevel.ControlledBy(level).WriteTo.Sink(new WriterSink(writer)).CreateLogger() : Logger.None as Logger;
        var code = await CommandLine.RunAsync(arguments, new CliIo
        {
            Out = IsMute ? new BrokenWriter() : OutTo ?? output,
            Error = IsMute ? new BrokenWriter() : error,
            ReadLineAsync = cancelled => SitsSilent ? Task.Delay(Timeout.Infinite, cancelled).ContinueWith(_ => (string?)null, cancelled) : Task.FromResult(Typed),
            InIsTerminal = Typed is not null || SitsSilent,
            OutIsTerminal = IsTerminal,
            Width = Width,
            Variable = Variables.GetValueOrDefault,
            Time = Time,
            NewId = () => new Guid($"00000000-0000-4000-8000-{Interlocked.Increment(ref _ids):x12}"),
            Folder = folder,
            Log = log ?? Logger.None,
            LogLevel = level,
            Stop = Stop,
            Through = Watch,
        });
        if (arguments.FirstOrDefault() != Writing)
        {
            Assert.DoesNotContain(_requests.SelectMany(one => one.Sent), request => request.IsWrite);
        }

        _requests.Clear();
        return new TestRun(code, output.ToString(), error.ToString());
    }

    private CheckedRequests Watch(HttpMessageHandler handler)
    {
        var watched = new CheckedRequests(handler);
        _requests.Add(watched);
        return watched;
    }

    private sealed class WriterSink(TextWriter writer) : ILogEventSink
    {
        public void Emit(LogEvent logEvent)
        {
            lock (writer)
            {
                logEvent.RenderMessage(writer);
                writer.Write($"\n{logEvent.Exception}\n");
            }
        }
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 5, 10, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>What a command returned and printed.</summary>
internal sealed record TestRun(int ExitCode, string Out, string Error);
