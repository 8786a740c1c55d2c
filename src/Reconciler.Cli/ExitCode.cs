namespace Reconciler.Cli;

/// <summary>What a run says to the script that called it. The numbers are a contract; they are described in the README.</summary>
public enum ExitCode
{
    Ok = 0,
    Bug = 1,
    ChangesPresent = 2,
    Invalid = 3,
    RuleDenies = 4,
    BudgetOrConfirmation = 5,
    StalePlan = 6,
    NotPermittedOrIncomplete = 7,
    TenantHeld = 8,
    PartlyApplied = 9,
    Cancelled = 10,
    NotConverged = 11,
    Unavailable = 12,
    Forced = 130,
}
