using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>What <c>reconciler.yaml</c> says: where the policy files are, which tenants there are, and how much one run may destroy.</summary>
public sealed record Workspace
{
    /// <summary>The full path of the folder; empty for a workspace that is on no disk.</summary>
    public required string Folder { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The patterns of policy files, relative to the folder.</summary>
    public EquatableArray<string> Files { get; init; } = ["policies/**/*.yaml", "policies/**/*.yml"];

    public EquatableArray<TenantSettings> Tenants { get; init; } = [];

    public string? DefaultTenant { get; init; }

    /// <summary>The part of each tenant that the workspace is about.</summary>
    public Scope Scope { get; init; } = Scope.Whole;

    public BudgetLimits Budgets { get; init; } = new();
}
