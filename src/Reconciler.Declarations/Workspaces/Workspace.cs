using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations;

/// <summary>What <c>reconciler.yaml</c> says: where the policy files are, which tenants there are, and how much one run may destroy.</summary>
public sealed record Workspace
{
    /// <summary>The full path of the folder; empty for a workspace that is on no disk.</summary>
    public required string Folder { get; init; }

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The patterns of policy files, relative to the folder.</summary>
    public EquatableArray<string> Files { get; init; } = WorkspaceFields.DefaultFiles;

    public EquatableArray<TenantSettings> Tenants { get; init; } = [];

    public string? DefaultTenant { get; init; }

    /// <summary>The part of a tenant that it is about.</summary>
    public Scope Scope { get; init; } = Scope.Whole;

    public BudgetLimits Budgets { get; init; } = new();

    /// <summary>The tenant of a name; without a name the default one, or the only one. Null where there is none such.</summary>
    public TenantSettings? Choose(string? name)
    {
        var wanted = name ?? DefaultTenant ?? (Tenants.Count == 1 ? Tenants[0].Name : null);
        return Tenants.FirstOrDefault(tenant => tenant.Name == wanted);
    }
}
