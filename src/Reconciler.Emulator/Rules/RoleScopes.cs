using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Where a role of entitlement management holds: in one catalog, or in the whole tenant (contract 3).</summary>
internal static class RoleScopes
{
    public const string Tenant = "/";

    private const string CatalogPrefix = "/AccessPackageCatalog/";

    public static string Of(Entity catalog) => CatalogPrefix + catalog.Id;

    /// <summary>The scope of a new assignment as it is stored; refused when the role cannot hold there.</summary>
    public static string Read(Call call, JsonObject body, Entity definition)
    {
        var scope = Finding.Text(body, "appScopeId") ?? Finding.Text(body, "directoryScopeId")
            ?? throw GraphErrorException.InvalidModel("/appScopeId: it is required.");
        var isOfTenant = scope == Tenant;
        if (!isOfTenant && !scope.StartsWith(CatalogPrefix, StringComparison.Ordinal))
        {
            throw GraphErrorException.InvalidModel($"/appScopeId: '{scope}' is neither {Tenant} nor {CatalogPrefix}{{id}}.");
        }

        if (isOfTenant != RoleDefinitions.IsOfTenant(definition))
        {
            throw GraphErrorException.InvalidModel($"/appScopeId: the role '{definition.Text("displayName")}' cannot be assigned at '{scope}'.");
        }

        return isOfTenant ? Tenant : Of(call.Catalog(scope[CatalogPrefix.Length..]));
    }

    public static Entity Describe(TenantStore store, string scope)
    {
        var catalog = scope == Tenant ? null : store.Find(Names.Catalog, scope[(scope.LastIndexOf('/') + 1)..]);
        return new(Names.AppScope, new JsonObject
        {
            ["id"] = scope,
            ["displayName"] = scope == Tenant ? "Directory" : catalog?.Text("displayName"),
            ["type"] = scope == Tenant ? "Directory" : "AccessPackageCatalog",
        });
    }
}
