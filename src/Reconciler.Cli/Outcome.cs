using Reconciler.Applying;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli;

/// <summary>Everything a command found and did: what is printed and what decides the exit code are both made from it.</summary>
public sealed record Outcome
{
    /// <summary>What is wrong with the declarations, before any tenant was asked.</summary>
    public EquatableArray<Diagnostic>? Findings { get; init; }

    /// <summary>How much was found valid, where nothing else was asked.</summary>
    public string? Valid { get; init; }

    /// <summary>How many findings the baseline knows, where no plan says so.</summary>
    public int KnownFindings { get; init; }

    public PlannedRun? Planned { get; init; }

    /// <summary>The tenant as policy files.</summary>
    public ExportedRun? Exported { get; init; }

    /// <summary>The grants that the files need.</summary>
    public PermissionsReport? Permissions { get; init; }

    /// <summary>Somebody has read the plan already, to confirm it.</summary>
    public bool IsPlanShown { get; init; }

    /// <summary>Changes alone are worth an exit code (<c>--detailed-exitcode</c>).</summary>
    public bool CountsChanges { get; init; }

    /// <summary>Nobody said yes.</summary>
    public bool IsUnconfirmed { get; init; }

    public ApplyReport? Report { get; init; }

    /// <summary>The plan that was made after applying; it should be empty.</summary>
    public PlannedRun? PlannedAgain { get; init; }

    /// <summary>The outside world stood in the way.</summary>
    public TenantException? Trouble { get; init; }

    public bool WasStopped { get; init; }
}
