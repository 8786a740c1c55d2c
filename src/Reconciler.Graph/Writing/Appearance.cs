using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Writing;

/// <summary>Waits until the service shows what it has accepted, which it does only after seconds (contract 1.5).</summary>
internal sealed class Appearance(GraphHttp http)
{
    /// <summary>False when it still does not, null when it can't be told. Not a failure of the write, which has happened.</summary>
    public async Task<bool?> BecomesAsync(Handle handle, bool there, CancellationToken cancellationToken)
    {
        var patience = Patience.ForEffects(http.Time);
        var (url, doing) = (EntityPath.Of(handle, "looking for"), Doing.To("looking for", handle.Key));
        try
        {
            while (await http.FindAsync(url, doing, cancellationToken) is not null != there)
            {
                if (!await patience.WaitAsync(cancellationToken))
                {
                    return false;
                }
            }

            return true;
        }
        catch (TenantException)
        {
            return null;
        }
    }
}
