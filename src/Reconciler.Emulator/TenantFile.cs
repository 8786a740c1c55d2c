using System.Text.Json.Nodes;
using Reconciler.Emulator.State.Logging;

namespace Reconciler.Emulator;

/// <summary>
/// A tenant kept in a file, and while it is written to in a log beside it. For writing, a lock file keeps other processes out until this is
/// disposed; for reading nothing is locked and nothing is written, not even when the file does not exist yet.
/// </summary>
public sealed class TenantFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _lock;
    private readonly TenantSaver? _saver;
    private bool _isBroken;

    private TenantFile(string path, FileStream? lockHeld, TenantSaver? saver, EmulatedTenant tenant)
    {
        _path = path;
        _lock = lockHeld;
        _saver = saver;
        Tenant = tenant;
    }

    public EmulatedTenant Tenant { get; }

    /// <summary>Reads the tenant, or makes it from the seed when there is no file; the file is written by <see cref="Save"/> only.</summary>
    /// <exception cref="TenantStateException">The file is in use, cannot be had or is not a tenant's state, or its log is damaged or another one's.</exception>
    /// <exception cref="SeedException">There is no file and the seed cannot become a tenant.</exception>
    public static TenantFile Open(string path, JsonObject seed, EmulatorOptions options, bool readOnly) => Open(path, seed, options, readOnly, after: null);

    /// <summary>Like the other, for tests that crash after a step.</summary>
    internal static TenantFile Open(string path, JsonObject seed, EmulatorOptions options, bool readOnly, Action<SaveStep>? after)
    {
        var paths = new TenantPaths(Path.GetFullPath(path));
        if (Directory.Exists(paths.Snapshot) || Path.EndsInDirectorySeparator(paths.Snapshot))
        {
            // Before it is locked: nothing is left beside it.
            throw new TenantStateException($"{paths.Snapshot}: it is a folder. Name a file.");
        }

        var lockHeld = readOnly ? null : TakeLock(paths);
        TenantSaver? saver = null;
        try
        {
            var found = StoredTenant.Read(paths);
            var tenant = found is null ? EmulatedTenant.FromSeed(seed, options) : Load(paths, found, options);
            saver = readOnly ? null : new(paths, found, after);
            saver?.Resume();
            return new(paths.Snapshot, lockHeld, saver, tenant);
        }
        catch (Exception trouble)
        {
            saver?.Dispose();
            lockHeld?.Dispose();
            if (trouble is IOException or UnauthorizedAccessException)
            {
                throw new TenantStateException($"{paths.Snapshot}: {trouble.Message}", trouble);
            }

            throw;
        }
    }

    /// <summary>
    /// Makes sure that what was done to the tenant is on the disk when this returns. It takes time as the change is large, not as the tenant
    /// is: only the first time, and now and then, everything is written. A crash leaves what was saved before or what is saved now.
    /// </summary>
    /// <exception cref="IOException">It could not be saved; from then on nothing is saved any more, and the files hold what was saved before.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public void Save()
    {
        if (_saver is null)
        {
            throw new InvalidOperationException($"{_path} was opened for reading only.");
        }

        if (_isBroken)
        {
            throw new InvalidOperationException($"{_path} could not be saved before, and has to be opened again.");
        }

        lock (Tenant.Gate)
        {
            _isBroken = true;
            _saver.Save(Tenant.Store);
            _isBroken = false;
        }
    }

    /// <summary>Puts what the log says into the file, so that one file is left, and lets other processes in.</summary>
    public void Dispose()
    {
        try
        {
            if (_saver is { HasLog: true } && !_isBroken)
            {
                lock (Tenant.Gate)
                {
                    _isBroken = true;
                    _saver.Fold(Tenant.Store);
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Nothing is lost: file and log together still say everything, and who opens them next tries again.
        }
        finally
        {
            _isBroken = true;
            _saver?.Dispose();
            _lock?.Dispose();
        }
    }

    // The lock file stays behind: deleting it could take it away from under a process that has just opened it.
    private static FileStream TakeLock(TenantPaths paths)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(paths.Snapshot) ?? ".");
            return new(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new TenantStateException($"{paths.Snapshot}: it cannot be locked for writing. {denied.Message}", denied);
        }
        catch (IOException busy)
        {
            throw new TenantStateException($"{paths.Snapshot}: it is in use by another process.", busy);
        }
    }

    private static EmulatedTenant Load(TenantPaths paths, StoredTenant found, EmulatorOptions options)
    {
        try
        {
            return EmulatedTenant.FromState(found.State, options);
        }
        catch (Exception trouble) when (trouble is System.Text.Json.JsonException or TenantStateException or InvalidOperationException)
        {
            throw new TenantStateException($"{paths.Snapshot}: {trouble.Message} The file was left as it is.", trouble);
        }
    }
}
