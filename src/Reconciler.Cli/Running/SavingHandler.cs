using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>
/// The embedded tenant, kept on disk: saved after every write it accepts. Once it could not be saved it answers nothing more, because
/// what it has in memory is not what the next run will find.
/// </summary>
internal sealed class SavingHandler : DelegatingHandler
{
    private readonly TenantFile _file;
    private readonly string _path;
    private TenantException? _broken;

    public SavingHandler(TenantFile file, string path)
    {
        (_file, _path) = (file, path);
        InnerHandler = new EmulatorHandler(file.Tenant, Save);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _broken is null ? base.SendAsync(request, cancellationToken) : throw _broken;

    private void Save()
    {
        try
        {
            _file.Save();
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _broken = new TenantException(TenantProblem.Held, $"The embedded tenant {_path} can't be saved, so this write was lost: {trouble.Message}", trouble) { EndsTheRun = true };
            throw _broken;
        }
    }
}
