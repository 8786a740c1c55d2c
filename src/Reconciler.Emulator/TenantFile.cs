using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator;

/// <summary>
/// A tenant kept in a file. For writing, a lock file beside it keeps other processes out until this is disposed; for
/// reading nothing is locked and nothing is written, not even when the file does not exist yet.
/// </summary>
public sealed class TenantFile : IDisposable
{
    private readonly string _path;
    private readonly FileStream? _lock;

    private TenantFile(string path, FileStream? lockHeld, EmulatedTenant tenant)
    {
        _path = path;
        _lock = lockHeld;
        Tenant = tenant;
    }

    public EmulatedTenant Tenant { get; }

    /// <summary>Reads the tenant, or makes it from the seed when there is no file; the file is written by <see cref="Save"/> only.</summary>
    /// <exception cref="TenantStateException">The file is in use, cannot be had or is not a tenant's state.</exception>
    /// <exception cref="SeedException">There is no file and the seed cannot become a tenant.</exception>
    public static TenantFile Open(string path, JsonObject seed, EmulatorOptions options, bool readOnly)
    {
        var fullPath = Path.GetFullPath(path);
        var lockHeld = readOnly ? null : TakeLock(fullPath);
        try
        {
            return new(fullPath, lockHeld, Path.Exists(fullPath) ? Load(fullPath, options) : EmulatedTenant.FromSeed(seed, options));
        }
        catch
        {
            lockHeld?.Dispose();
            throw;
        }
    }

    /// <summary>Replaces the file as a whole: a crash leaves the old one or the new one, never half of either.</summary>
    public void Save()
    {
        if (_lock is null)
        {
            throw new InvalidOperationException($"{_path} was opened for reading only.");
        }

        var fresh = _path + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(StateFormat.Write(Tenant.ToState())));
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, _path, overwrite: true);
    }

    public void Dispose() => _lock?.Dispose();

    // The lock file stays behind: deleting it could take it away from under a process that has just opened it.
    private static FileStream TakeLock(string fullPath)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fullPath) ?? ".");
            return new(fullPath + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new TenantStateException($"{fullPath}: it cannot be locked for writing. {denied.Message}", denied);
        }
        catch (IOException busy)
        {
            throw new TenantStateException($"{fullPath}: it is in use by another process.", busy);
        }
    }

    private static EmulatedTenant Load(string fullPath, EmulatorOptions options)
    {
        try
        {
            // A pipe or a device says it has no bytes; to open one could wait for ever.
            if (Directory.Exists(fullPath) || new FileInfo(fullPath).Length == 0)
            {
                throw new TenantStateException("it is no file, or an empty one; this is not the state of an emulated tenant.");
            }

            var state = JsonNode.Parse(File.ReadAllText(fullPath), documentOptions: new() { AllowDuplicateProperties = false });
            return EmulatedTenant.FromState(
                state as JsonObject ?? throw new TenantStateException("expected a JSON object; this is not the state of an emulated tenant."),
                options);
        }
        catch (Exception trouble) when (trouble is JsonException or TenantStateException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new TenantStateException($"{fullPath}: {trouble.Message} The file was left as it is.", trouble);
        }
    }
}
