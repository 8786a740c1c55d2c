using System.Text.Json.Nodes;

namespace Reconciler.UnitTests.Emulator;

/// <summary>What tests of the emulator start from, so that each names only what it is about.</summary>
internal static class Given
{
    public const string TenantId = "5c1d0000-0000-4000-8000-000000000001";
    public const string Megan = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Isaiah = "aaaaaaaa-0000-4000-8000-000000000002";
    public const string Ana = "aaaaaaaa-0000-4000-8000-000000000003";
    public const string Collaboration = "bbbbbbbb-0000-4000-8000-000000000001";
    public const string Marketing = "bbbbbbbb-0000-4000-8000-000000000002";
    public const string MarketingToo = "bbbbbbbb-0000-4000-8000-000000000003";
    public const string Synced = "bbbbbbbb-0000-4000-8000-000000000004";
    public const string Admins = "bbbbbbbb-0000-4000-8000-000000000005";
    public const string JustInTime = "bbbbbbbb-0000-4000-8000-000000000006";
    public const string Salesforce = "eeeeeeee-0000-4000-8000-000000000001";
    public const string SalesforceAppId = "eeeeeeee-0000-4000-8000-0000000000a1";
    public const string Bot = "eeeeeeee-0000-4000-8000-000000000002";
    public const string MarketingSite = "https://woodgrove.sharepoint.example/sites/Marketing";
    public const string FarSite = "https://woodgroveapac.sharepoint.example/sites/Sydney";
    public const string HomeEnvironment = "https://woodgrove-admin.sharepoint.example/";
    public const string FarEnvironment = "https://woodgroveapac-admin.sharepoint.example/";
    public const string Nobody = "ffffffff-0000-4000-8000-00000000ffff";

    public static JsonObject Seed() => Json($$"""
        {
          "organization": { "name": "Woodgrove Bank", "tenantId": "{{TenantId}}", "domain": "woodgrove.example" },
          "users": [
            { "id": "{{Megan}}", "userPrincipalName": "megan@woodgrove.example", "displayName": "Megan Bowen", "manager": "isaiah@woodgrove.example", "department": "Sales" },
            { "id": "{{Isaiah}}", "userPrincipalName": "isaiah@woodgrove.example", "displayName": "Isaiah Langer", "accountEnabled": false, "mail": "isaiah@woodgrove.example", "sponsors": [ "megan@woodgrove.example" ] },
            { "id": "{{Ana}}", "userPrincipalName": "ana_fabrikam.com#EXT#@woodgrove.example", "displayName": "Ana", "guest": true, "mail": "ana@fabrikam.com" }
          ],
          "groups": [
            { "id": "{{Collaboration}}", "displayName": "External collaboration", "owners": [ "megan@woodgrove.example" ], "members": [ "Marketing O'Team" ] },
            { "id": "{{Marketing}}", "displayName": "Marketing O'Team", "type": "microsoft365" },
            { "id": "{{MarketingToo}}", "displayName": "External collaboration", "dynamic": true },
            { "id": "{{Synced}}", "displayName": "From the old world", "synced": true },
            { "id": "{{Admins}}", "displayName": "Admins", "roleAssignable": true },
            { "id": "{{JustInTime}}", "displayName": "Just in time", "pim": true, "members": [ "megan@woodgrove.example", "Admins" ] }
          ],
          "applications": [
            { "id": "{{Salesforce}}", "appId": "{{SalesforceAppId}}", "displayName": "Salesforce", "roles": [ "Standard User", "Administrator" ] }
          ],
          "servicePrincipals": [ { "id": "{{Bot}}", "displayName": "Woodgrove Bot" } ],
          "environments": [ { "originId": "{{HomeEnvironment}}", "default": true }, { "originId": "{{FarEnvironment}}" } ],
          "sites": [
            { "url": "{{MarketingSite}}", "roles": [ "Marketing Members", "Marketing Visitors" ] },
            { "url": "https://woodgrove.sharepoint.example/", "displayName": "Home" },
            { "url": "{{FarSite}}", "roles": [ "Sydney Members" ], "environment": "{{FarEnvironment}}" }
          ],
          "invitations": { "blockedDomains": [ "example.com" ] }
        }
        """);

    public static JsonObject Json(string text) => JsonNode.Parse(text) as JsonObject ?? throw new InvalidOperationException("Not an object.");

    public static Task<string> Catalog(this GraphClient graph, string name = "Finance") =>
        graph.Created("~/catalogs", $$"""{ "displayName": "{{name}}" }""");

    public static Task<string> Package(this GraphClient graph, string catalogId, string name = "Expense approver") =>
        graph.Created("~/accessPackages", $$"""{ "displayName": "{{name}}", "catalog": { "id": "{{catalogId}}" } }""");

    public static Task<string> Policy(this GraphClient graph, string packageId, string name = "Employees") =>
        graph.Created("~/assignmentPolicies", $$"""{ "displayName": "{{name}}", "accessPackage": { "id": "{{packageId}}" } }""");

    /// <summary>An extension that requests of the catalog's packages may call.</summary>
    public static Task<string> Extension(this GraphClient graph, string catalogId, string type = "accessPackageAssignmentRequestWorkflowExtension") =>
        graph.Created($"~/catalogs/{catalogId}/customWorkflowExtensions", Extension(type));

    public static string Extension(string type = "accessPackageAssignmentRequestWorkflowExtension", string more = "") => $$"""
        {
          "@odata.type": "#microsoft.graph.{{type}}", "displayName": "Ask the safe", "description": "d", {{more}}
          "endpointConfiguration": { "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration",
            "subscriptionId": "38ab2ccc-3747-4567-b36b-9478f5602f0d", "resourceGroupName": "rg", "logicAppWorkflowName": "safe" },
          "authenticationConfiguration": { "@odata.type": "#microsoft.graph.azureAdPopTokenAuthentication" }
        }
        """;

    /// <summary>Adds the resource to the catalog and gives the id it has there.</summary>
    public static async Task<string> Resource(this GraphClient graph, string catalogId, string originSystem, string originId)
    {
        await graph.Created("~/resourceRequests", ResourceRequest("adminAdd", catalogId, $$"""{ "originId": "{{originId}}", "originSystem": "{{originSystem}}" }"""));
        return (await graph.Get($"~/catalogs/{catalogId}/resources?$filter=originId eq '{originId}'")).Items[0]["id"]?.GetValue<string>() ?? "";
    }

    public static string Reference(string path) => $$"""{ "@odata.id": "{{GraphClient.Root}}{{path}}" }""";

    public static string ReferenceToPackage(string id) => Reference($"{GraphClient.EntitlementManagement}/accessPackages/{id}");

    public static string Organization(string name = "Fabrikam", string tenantId = "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901") => $$"""
        { "displayName": "{{name}}", "identitySources": [ { "@odata.type": "#microsoft.graph.azureActiveDirectoryTenant", "tenantId": "{{tenantId}}", "displayName": "{{name}}" } ] }
        """;

    public static string Assign(string packageId, string policyId, string targetId = Megan, string more = "") => $$"""
        { "requestType": "adminAdd", {{more}} "assignment": { "targetId": "{{targetId}}", "assignmentPolicyId": "{{policyId}}", "accessPackageId": "{{packageId}}" } }
        """;

    public static string AdminAdd(string catalogId, string groupId) => ResourceRequest("adminAdd", catalogId, $$"""{ "originId": "{{groupId}}", "originSystem": "AadGroup" }""");

    public static string ResourceRequest(string requestType, string catalogId, string resource) =>
        $$"""{ "requestType": "{{requestType}}", "resource": {{resource}}, "catalog": { "id": "{{catalogId}}" } }""";

    /// <summary>Adds the group to the catalog and gives the id it has there.</summary>
    public static async Task<string> Resource(this GraphClient graph, string catalogId, string groupId = Collaboration)
    {
        await graph.Created("~/resourceRequests", AdminAdd(catalogId, groupId));
        var resources = await graph.Get($"~/catalogs/{catalogId}/resources?$filter=originId eq '{groupId}'");
        return resources.Items[0]["id"]?.GetValue<string>() ?? "";
    }

    public static string Grant(string resourceId, string groupId = Collaboration, string role = "Member") => $$"""
        {
          "role": { "originId": "{{role}}_{{groupId}}", "originSystem": "AadGroup", "resource": { "id": "{{resourceId}}" } },
          "scope": { "originId": "{{groupId}}", "originSystem": "AadGroup" }
        }
        """;

    /// <summary>A state with one catalog, package and policy, and one assignment to it.</summary>
    public static JsonObject StateWithAssignment(string assignmentState = "delivered") => Json($$"""
        {
          "format": "reconciler-tenant", "version": 1,
          "organization": { "id": "{{TenantId}}", "displayName": "Woodgrove Bank", "domain": "woodgrove.example" },
          "users": [ { "id": "{{Megan}}", "displayName": "Megan Bowen", "userPrincipalName": "megan@woodgrove.example" } ],
          "groups": [ { "id": "{{Collaboration}}", "displayName": "External collaboration" } ],
          "catalogs": [ {
            "id": "cccccccc-0000-4000-8000-000000000001", "displayName": "Finance",
            "resources": [ { "id": "cccccccc-0000-4000-8000-000000000002", "originId": "{{Collaboration}}" } ],
            "accessPackages": [ {
              "id": "{{StatePackage}}", "displayName": "Expense approver",
              "resourceRoleScopes": [ { "role": { "originId": "Member_{{Collaboration}}" } } ],
              "assignmentPolicies": [ { "id": "{{StatePolicy}}", "displayName": "Employees" } ]
            } ]
          } ],
          "assignments": [ { "id": "dddddddd-0000-4000-8000-000000000001", "state": "{{assignmentState}}", "accessPackageId": "{{StatePackage}}",
            "assignmentPolicyId": "{{StatePolicy}}", "targetId": "{{Megan}}" } ]
        }
        """);

    public const string StateCatalog = "cccccccc-0000-4000-8000-000000000001";
    public const string StatePackage = "cccccccc-0000-4000-8000-000000000003";
    public const string StatePolicy = "cccccccc-0000-4000-8000-000000000004";
}
