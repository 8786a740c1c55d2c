using System.Text;
using Reconciler.Emulator.Serving;
using Reconciler.Emulator.Serving.Control;

namespace Reconciler.Cli.Commands;

/// <summary>Says each request: a line of the log, and a line of JSON in a file where one was asked for.</summary>
internal sealed class EmulateLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CliIo _io;
    private StreamWriter? _file;

    /// <summary>Opens the file, behind what stands in it.</summary>
    /// <exception cref="EmulateFileException">The file can't be written.</exception>
    public EmulateLog(string? path, CliIo io)
    {
        _io = io;
        EmulateFiles.DemandFolder(path);
        try
        {
            _file = path is null ? null : new StreamWriter(path, append: true, new UTF8Encoding(false)) { AutoFlush = true };
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new EmulateFileException(path ?? "", trouble.Message);
        }
    }

    public void Write(LoggedRequest request)
    {
        _io.Log.Information("{Method} {Path} {Status} {Duration:0.0} ms", request.Method, request.PathAndQuery, request.Status, request.Duration.TotalMilliseconds);
        lock (_gate)
        {
            try
            {
                _file?.Write(LogLine.Write(request).ToJsonString() + "\n");
            }
            catch (IOException lost)
            {
                // Requests are answered all the same.
                _io.Log.Error("The log of requests can't be written any more: {Why}", lost.Message);
                _file = null;
            }
        }
    }

    public void Dispose() => _file?.Dispose();
}
