using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.Cli.Commands;

/// <summary>The tenant that is served, in memory or kept in a file. Once a write could not be kept, it is to be stopped: what it answers is not what is on the disk.</summary>
internal sealed class EmulatedState : IDisposable
{
    private readonly TenantFile? _file;
    private readonly CancellationTokenSource _broken = new();

    private EmulatedState(EmulatedTenant tenant, TenantFile? file, bool wasThere) => (Tenant, _file, WasThere) = (tenant, file, wasThere);

    public EmulatedTenant Tenant { get; }

    /// <summary>It was made earlier: the seed was not read.</summary>
    public bool WasThere { get; }

    public CancellationToken Broken => _broken.Token;

    /// <summary>Why a write could not be kept.</summary>
    public Exception? Lost { get; private set; }

    /// <summary>Reads the file, or makes the tenant from the seed and writes it.</summary>
    /// <exception cref="TenantStateException">The file is in use, cannot be had or is not a tenant's state.</exception>
    /// <exception cref="SeedException">There is no file and the seed cannot become a tenant.</exception>
    public static EmulatedState Open(string? path, JsonObject seed, EmulatorOptions options)
    {
        if (path is null)
        {
            return new(EmulatedTenant.FromSeed(seed, options), null, wasThere: false);
        }

        var wasThere = Path.Exists(path);
        var file = TenantFile.Open(path, seed, options, readOnly: false);
        try
        {
            if (!wasThere)
            {
                file.Save();
            }

            return new(file.Tenant, file, wasThere);
        }
        catch (Exception trouble)
        {
            file.Dispose();
            throw trouble is IOException or UnauthorizedAccessException ? new TenantStateException($"{path}: {trouble.Message}", trouble) : trouble;
        }
    }

    public void Save()
    {
        try
        {
            _file?.Save();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            Lost = trouble;
            _broken.Cancel();
            throw;
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _broken.Dispose();
    }
}
