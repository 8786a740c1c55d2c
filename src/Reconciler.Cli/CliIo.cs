using Serilog;
using Serilog.Core;

namespace Reconciler.Cli;

/// <summary>Everything a command touches outside of its files: streams, terminal, environment, clock, ids, signals. Made by <c>Program</c>, and by tests.</summary>
public sealed record CliIo
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Waits for a line that somebody types; null at the end of the input.</summary>
    public required Func<CancellationToken, Task<string?>> ReadLineAsync { get; init; }

    public bool InIsTerminal { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Time { get; init; }

    public required Func<Guid> NewId { get; init; }

    /// <summary>Gives a number from 0 to 1, by chance where it matters; called from several threads.</summary>
    public Func<double> Chance { get; init; } = () => 1;

    /// <summary>The folder that relative paths start from.</summary>
    public required string Folder { get; init; }

    public required ILogger Log { get; init; }

    public LoggingLevelSwitch LogLevel { get; init; } = new();

    /// <summary>What every request to a tenant passes through before anything else; nothing, but in tests.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler> Through { get; init; } = handler => handler;

    /// <summary>Where lines go that are said in between; the same of all that were made of one.</summary>
    internal Notices Notices { get; } = new();

    /// <summary>Asked to stop: begin nothing more.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Asked twice: leave.</summary>
    public CancellationToken Abort { get; init; }

    /// <summary>Somebody asked for no colours on the command line.</summary>
    public bool IsColourless { get; init; }

    /// <summary>Says a line on standard error, whatever is shown there.</summary>
    public void Say(string line) => Notices.Say(line, Error);

    public bool UsesColour => OutIsTerminal && !IsColourless && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";
}
