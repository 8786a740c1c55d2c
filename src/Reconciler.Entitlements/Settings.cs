namespace Reconciler.Entitlements;

/// <summary>The tenant-wide settings of entitlement management. There is one, it always exists and it can't be deleted (contract section 12).</summary>
public sealed record Settings : Entity
{
    public Setting<ExternalUserLifecycle> ExternalUserLifecycle { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Settings;
}
