namespace Reconciler.Emulator.State.Logging;

/// <summary>The files of one tenant: what it was, what was done since, and what it is to become.</summary>
internal sealed record TenantPaths(string Snapshot)
{
    public string Log => Snapshot + ".log";

    /// <summary>A snapshot being written. Whatever it holds, the other two hold as well.</summary>
    public string Fresh => Snapshot + ".new";

    public string Lock => Snapshot + ".lock";
}
