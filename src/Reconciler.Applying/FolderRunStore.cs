using System.Text.Json;
using Reconciler.Entitlements;

namespace Reconciler.Applying;

/// <summary>The run store in a folder of the workspace (<c>.reconciler/&lt;tenant&gt;</c>), locked by a file, each file written beside and renamed.</summary>
public sealed class FolderRunStore(string folder) : IRunStore
{
    private readonly string _bindings = Path.Combine(folder, "bindings.json");

    public async Task<Bindings> ReadBindingsAsync(string tenantId, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            // A pipe or a device says it has no bytes; to open one could wait for ever.
            if (File.Exists(_bindings) && new FileInfo(_bindings).Length == 0)
            {
                throw Unusable($"The run store {_bindings} is empty. Restore it, or move it away: every object is then found by its name again.", null);
            }

            content = await File.ReadAllBytesAsync(_bindings, cancellationToken);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Bindings.None(tenantId);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"The run store can't be read: {trouble.Message}", trouble);
        }

        return Checked(Parse(content), tenantId);
    }

    public async Task WriteBindingsAsync(Bindings bindings, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var beside = _bindings + ".new";
            await using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(BindingsFile.Write(bindings), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, _bindings, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"The run store {_bindings} can't be written: {trouble.Message}", trouble);
        }
    }

    public Task<IAsyncDisposable> HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return Task.FromResult<IAsyncDisposable>(
                new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"Another run holds {folder}, or it can't be written: {trouble.Message}", trouble);
        }
    }

    private Bindings Parse(byte[] content)
    {
        try
        {
            return BindingsFile.Read(content);
        }
        catch (JsonException damage)
        {
            throw Unusable($"The run store {_bindings} is damaged: {damage.Message} Restore it, or move it away: every object is then found by its name again.", damage);
        }
    }

    private Bindings Checked(Bindings bindings, string tenantId) => bindings.TenantId == tenantId
        ? bindings
        : throw Unusable($"The run store {_bindings} belongs to the tenant {bindings.TenantId}, not to {tenantId}. Give each tenant a name of its own in reconciler.yaml.", null);

    private static TenantException Unusable(string message, Exception? inner) => new(TenantProblem.Held, message, inner);
}
