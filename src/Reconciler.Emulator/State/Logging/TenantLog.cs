using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>A log that is being written, a line at a time; each is on the disk before the next thing happens.</summary>
internal sealed class TenantLog : IDisposable
{
    // What could not be written must not be tried again when the stream is closed.
    private const int Unbuffered = 0;

    private readonly FileStream _stream;
    private int _lines;
    private bool _isEnded = true;

    private TenantLog(FileStream stream) => _stream = stream;

    public long Length => _stream.Length;

    /// <summary>Opens the log of a run that was cut off, and cuts away what that run was writing.</summary>
    public static TenantLog Resume(string path, LogContent content)
    {
        var log = new TenantLog(new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, Unbuffered)) { _lines = content.Lines, _isEnded = content.IsEnded };
        if (log.Length > content.Length)
        {
            log._stream.SetLength(content.Length);
            log._stream.Flush(flushToDisk: true);
        }

        log._stream.Seek(0, SeekOrigin.End);
        return log;
    }

    /// <summary>Begins a log with its first write: no log says nothing.</summary>
    public static TenantLog Begin(string path, string digest, JsonArray effects)
    {
        var log = new TenantLog(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, Unbuffered));
        try
        {
            log.Append(
                new JsonObject { ["format"] = LogContent.Name, ["version"] = LogContent.Version, [LogContent.Snapshot] = digest },
                new JsonObject { [LogContent.EffectsOfWrite] = effects });
            return log;
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }

    public void Append(JsonArray effects) => Append(new JsonObject { [LogContent.EffectsOfWrite] = effects });

    /// <summary>Says which snapshot is about to hold everything that the log says.</summary>
    public void Announce(string digest) => Append(new JsonObject { [LogContent.FoldedInto] = digest });

    public void Dispose() => _stream.Dispose();

    private void Append(params ReadOnlySpan<JsonObject> values)
    {
        using var bytes = new MemoryStream();
        if (!_isEnded)
        {
            bytes.WriteByte((byte)'\n');
        }

        foreach (var value in values)
        {
            bytes.Write(new LogLine(++_lines, value).ToBytes());
        }

        var before = _stream.Length;
        try
        {
            _stream.Write(bytes.ToArray());
            _stream.Flush(flushToDisk: true);
            _isEnded = true;
        }
        catch (IOException)
        {
            CutBack(before);
            throw;
        }
    }

    // Who wrote is told that it was not saved, so it should not come back.
    private void CutBack(long length)
    {
        try
        {
            _stream.SetLength(length);
        }
        catch (IOException)
        {
            // Then it stays, most likely torn, and a torn line is none.
        }
    }
}
