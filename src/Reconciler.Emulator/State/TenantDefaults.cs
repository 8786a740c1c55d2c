using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>What every tenant has from the start: the built-in catalog and its settings (contract 2, 12).</summary>
internal static class TenantDefaults
{
    public const string SettingsId = "singleton";

    public static JsonObject Settings() => new()
    {
        ["id"] = SettingsId,
        ["externalUserLifecycleAction"] = "blockSignInAndDelete",
        ["durationUntilExternalUserDeletedAfterBlocked"] = "P30D",
    };

    public static Entity GeneralCatalog(string id, string now) => new(Names.Catalog, new JsonObject
    {
        ["id"] = id,
        ["displayName"] = "General",
        ["description"] = "Built-in catalog.",
        ["catalogType"] = "serviceDefault",
        ["state"] = "published",
        ["isExternallyVisible"] = true,
        ["createdDateTime"] = now,
        ["modifiedDateTime"] = now,
    });
}
