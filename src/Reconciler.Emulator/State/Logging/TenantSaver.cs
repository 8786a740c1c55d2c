using System.Text;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>
/// Keeps a tenant's files: a snapshot, and while it is being written to a log of what was done since. After every step the files say what
/// the tenant is, so a crash loses no write that was answered.
/// </summary>
/// <param name="found">What the files said when they were opened; null when there were none.</param>
/// <param name="after">Called after every step; what it throws is a crash.</param>
internal sealed class TenantSaver(TenantPaths paths, StoredTenant? found, Action<SaveStep>? after) : IDisposable
{
    // Below this a snapshot for each few writes would cost more than the log takes.
    private const long SmallestBound = 1 << 20;

    private TenantLog? _log;
    private string? _digest;
    private TenantStore? _saved;
    private long _bound;

    /// <summary>Whether there are writes that the snapshot does not hold.</summary>
    public bool HasLog => _log is not null;

    /// <summary>Takes away what a run left that was cut off and that nobody needs.</summary>
    public void Resume()
    {
        if (File.Exists(paths.Fresh))
        {
            File.Delete(paths.Fresh);
        }

        if (found?.Log is { } log)
        {
            _log = TenantLog.Resume(paths.Log, log);
        }
        else if (File.Exists(paths.Log))
        {
            File.Delete(paths.Log);
        }
    }

    /// <summary>Saves what has changed; the first time, when the log has become longer than the tenant, and when it is another one now, all of it.</summary>
    /// <exception cref="IOException">It could not be saved. Nothing may be saved after that: the files are opened again.</exception>
    public void Save(TenantStore store)
    {
        if (_digest is null || _saved != store || _log?.Length > _bound)
        {
            Fold(store);
            return;
        }

        if (Effects.Of(store) is { Count: > 0 } effects)
        {
            Append(effects, _digest);
            store.Changes.Follow();
        }
    }

    /// <summary>Makes a snapshot of everything and drops the log.</summary>
    public void Fold(TenantStore store)
    {
        var bytes = Encoding.UTF8.GetBytes(StateFormat.Write(StateWriter.Write(store)));
        var digest = StoredTenant.Digest(bytes);
        using (var stream = new FileStream(paths.Fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        after?.Invoke(SaveStep.Prepared);
        if (_log is not null)
        {
            _log.Announce(digest);
            after?.Invoke(SaveStep.Announced);
        }

        File.Move(paths.Fresh, paths.Snapshot, overwrite: true);
        after?.Invoke(SaveStep.Replaced);
        if (_log is not null)
        {
            _log.Dispose();
            _log = null;
            File.Delete(paths.Log);
            after?.Invoke(SaveStep.Dropped);
        }

        (_digest, _bound, _saved) = (digest, Math.Max(bytes.Length, SmallestBound), store);
        store.Changes.Follow();
    }

    public void Dispose() => _log?.Dispose();

    private void Append(JsonArray effects, string digest)
    {
        if (_log is null)
        {
            _log = TenantLog.Begin(paths.Log, digest, effects);
        }
        else
        {
            _log.Append(effects);
        }

        after?.Invoke(SaveStep.Appended);
    }
}
