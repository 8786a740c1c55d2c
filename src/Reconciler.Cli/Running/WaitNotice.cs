using Reconciler.Graph;

namespace Reconciler.Cli.Running;

/// <summary>Says that the service makes a command wait, and for how long: nothing else would tell it from one that hangs.</summary>
internal sealed class WaitNotice(CliIo io) : IProgress<GraphWait>
{
    public void Report(GraphWait value) => io.Say(value switch
    {
        { IsAsked: true } => $"Microsoft Graph asks to wait {Words(value.Time)} ({value.Status}); waiting.",
        { Status: { } status } => $"Microsoft Graph is too busy ({status}); waiting {Words(value.Time)} before it is asked again.",
        _ => $"Microsoft Graph does not answer; waiting {Words(value.Time)} before it is asked again.",
    });

    private static string Words(TimeSpan time) => time.TotalMinutes >= 2 ? $"{time.TotalMinutes:0} min" : $"{Math.Ceiling(time.TotalSeconds):0} s";
}
