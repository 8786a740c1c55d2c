using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>A tenant that a command works with, and where its memory is kept, until disposed.</summary>
internal sealed class OpenTenant(string name, string adapter, ITenant tenant, IRunStore store, IDisposable[] owned) : IDisposable
{
    /// <summary>The name that <c>reconciler.yaml</c> gives it.</summary>
    public string Name => name;

    /// <summary>What it is, for people: embedded, or Microsoft Graph.</summary>
    public string Adapter => adapter;

    public ITenant Tenant => tenant;

    public IRunStore Store => store;

    /// <summary>What to say when a name is not found that may have come into the seed since; null where there is no seed, or it has just been read.</summary>
    public Diagnostic? SeedNote { get; init; }

    public void Dispose()
    {
        foreach (var one in owned)
        {
            one.Dispose();
        }
    }
}
