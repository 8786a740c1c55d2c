using Reconciler.Emulator;
using Reconciler.Emulator.State.Logging;

namespace Reconciler.UnitTests.Emulator.Logging;

/// <summary>A folder with a tenant's files in it, and ways to look at them.</summary>
internal sealed class KeptTenant : IDisposable
{
    private readonly EmulatorOptions _options;
    private int _ids;

    public KeptTenant() => _options = new() { Time = Time, NewId = () => new Guid(++_ids, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) };

    public FixedTime Time { get; } = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("reconciler-kept-").FullName;

    public string Snapshot => Path.Combine(Folder, "tenant.json");

    public string Log => Snapshot + ".log";

    public TenantFile Open(bool readOnly = false, Action<SaveStep>? after = null) => TenantFile.Open(Snapshot, Given.Seed(), _options, readOnly, after);

    /// <summary>What somebody finds who only reads.</summary>
    public string Found()
    {
        using var file = Open(readOnly: true);
        return Text(file);
    }

    public GraphClient Client(TenantFile file) => new(file.Tenant, Time, file.Save);

    public static string Text(TenantFile file) => file.Tenant.ToState().ToJsonString();

    public IEnumerable<string?> Files() => Directory.EnumerateFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>Does something to a copy of the files as they are now, as if the machine had stopped here; the lock stays behind.</summary>
    public void InCopy(Action<KeptTenant> look)
    {
        using var copy = new KeptTenant();
        foreach (var file in Directory.EnumerateFiles(Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(Path.Combine(copy.Folder, Path.GetFileName(file)));
            from.CopyTo(to);
        }

        look(copy);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
