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

    /// <summary>A licence that has all that entitlement management needs.</summary>
    public static JsonArray SubscribedSkus(TenantStore store) => new(new JsonObject
    {
        ["id"] = $"{store.Organization.Id}_{DerivedId.From(store.Organization.Id, "sku")}",
        ["accountId"] = store.Organization.Id,
        ["accountName"] = store.Organization.DisplayName,
        ["skuId"] = DerivedId.From(store.Organization.Id, "sku"),
        ["skuPartNumber"] = "Microsoft_Entra_ID_Governance",
        ["capabilityStatus"] = "Enabled",
        ["appliesTo"] = "User",
        ["consumedUnits"] = store.Users.Count,
        ["prepaidUnits"] = new JsonObject { ["enabled"] = store.Users.Count, ["suspended"] = 0, ["warning"] = 0 },
        ["servicePlans"] = new JsonArray([.. ((string[])["Entra_Identity_Governance", "AAD_PREMIUM_P2"]).Select(JsonNode (name) => new JsonObject
        {
            ["servicePlanId"] = DerivedId.From("servicePlan", name),
            ["servicePlanName"] = name,
            ["provisioningStatus"] = "Success",
            ["appliesTo"] = "User",
        })]),
    });

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
