using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>What there is one of in a tenant: its settings of entitlement management and the organization (contract 12).</summary>
internal static class TenantRoutes
{
    private const string Settings = EntitlementManagement + "/settings";

    public static readonly Route[] All =
    [
        Route.Get(Settings, Read),
        Route.Patch(Settings, Update),
        Route.Get("/organization", Organization),
        Route.Get("/subscribedSkus", Licences),
    ];

    private static Answer Read(Call call)
    {
        var isFirst = call.Tenant.IsUntouched;
        call.Tenant.IsUntouched = false;
        return isFirst && call.Behaviour.Transients.RefusesFirstSettingsRead ? throw GraphErrorException.Duplicate() : call.Ok(call.Store.Settings);
    }

    private static Answer Update(Call call)
    {
        Writing.Patch(call, call.Store.Settings, call.Read(Names.Settings));
        return call.Patched(call.Store.Settings, call.Behaviour.Shapes.SettingsPatch);
    }

    private static Answer Licences(Call call) =>
        new(HttpStatusCode.OK, call.WithContext(new JsonObject { ["value"] = call.Store.SubscribedSkus?.DeepClone() ?? TenantDefaults.SubscribedSkus(call.Store) }, ""));

    private static Answer Organization(Call call)
    {
        var organization = call.Store.Organization;
        var domain = new JsonObject { ["name"] = organization.Domain, ["isDefault"] = true, ["isInitial"] = true };
        var entry = new JsonObject
        {
            ["id"] = organization.Id,
            ["displayName"] = organization.DisplayName,
            ["verifiedDomains"] = new JsonArray(domain),
        };
        return new(HttpStatusCode.OK, call.WithContext(new JsonObject { ["value"] = new JsonArray(entry) }, ""));
    }
}
