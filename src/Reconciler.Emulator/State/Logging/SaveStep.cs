namespace Reconciler.Emulator.State.Logging;

/// <summary>Between which steps a crash can come while a tenant is saved, in their order.</summary>
internal enum SaveStep
{
    /// <summary>A line of the log is on the disk.</summary>
    Appended,

    /// <summary>A new snapshot is on the disk, under a name that nobody reads.</summary>
    Prepared,

    /// <summary>The log says which snapshot will hold it.</summary>
    Announced,

    /// <summary>The new snapshot has taken the old one's place.</summary>
    Replaced,

    /// <summary>The log is gone.</summary>
    Dropped,
}
