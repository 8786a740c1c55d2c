using Serilog.Core;
using Serilog.Events;

namespace Reconciler.Cli;

/// <summary>Writes events to a log that is made for the first one: most runs write none, and to make it takes as long as much of the start.</summary>
internal sealed class LazySink(Func<Logger> make) : ILogEventSink, IDisposable
{
    private readonly Lazy<Logger> _log = new(make);

    public void Emit(LogEvent logEvent) => _log.Value.Write(logEvent);

    public void Dispose()
    {
        if (_log.IsValueCreated)
        {
            _log.Value.Dispose();
        }
    }
}
