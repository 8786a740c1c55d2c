namespace Reconciler.Entitlements.Fields;

/// <summary>The file <c>reconciler.yaml</c> as written.</summary>
public sealed record WorkspaceYaml
{
    public int Version { get; init; } = 1;

    public Setting<string> TimeZone { get; init; }

    public Setting<EquatableArray<string>> Files { get; init; }

    public Setting<Scope> Scope { get; init; }

    public EquatableArray<TenantYaml> Tenants { get; init; } = [];

    public Setting<string> DefaultTenant { get; init; }

    public BudgetsYaml Budgets { get; init; } = new();
}
