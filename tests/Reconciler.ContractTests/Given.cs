using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>The company that the suite is about.</summary>
internal static class Given
{
    public const string CatalogName = "Finance";
    public const string PackageName = "Expense approver";
    public const string PolicyName = "Employees";

    public const string Catalog = "cccccccc-0000-4000-8000-000000000001";
    public const string Package = "cccccccc-0000-4000-8000-000000000003";
    public const string Policy = "cccccccc-0000-4000-8000-000000000004";
    public const string General = "cccccccc-0000-4000-8000-00000000000f";
    public const string OddName = "100% a/b + c & d # \"e\" ü 🎉 O'Team";

    public static readonly Reference Megan = new(ReferenceKind.User, "megan@woodgrove.example", "aaaaaaaa-0000-4000-8000-000000000001");
    public static readonly Reference Isaiah = new(ReferenceKind.User, "isaiah@woodgrove.example", "aaaaaaaa-0000-4000-8000-000000000002");
    public static readonly Reference Ana = new(ReferenceKind.User, "ana_fabrikam.com#EXT#@woodgrove.example", "aaaaaaaa-0000-4000-8000-000000000003");
    public static readonly Reference OHara = new(ReferenceKind.User, "o'hara+1@woodgrove.example", "aaaaaaaa-0000-4000-8000-000000000004");
    public static readonly Reference Marketing = new(ReferenceKind.Group, "Marketing", "bbbbbbbb-0000-4000-8000-000000000001");
    public static readonly Reference Approvers = new(ReferenceKind.Group, "Approvers", "bbbbbbbb-0000-4000-8000-000000000002");
    public static readonly Reference Odd = new(ReferenceKind.Group, OddName, "bbbbbbbb-0000-4000-8000-000000000003");
    public static readonly Reference Twin = new(ReferenceKind.Group, "Twins", "bbbbbbbb-0000-4000-8000-000000000004");
    public static readonly Reference OtherTwin = new(ReferenceKind.Group, "Twins", "bbbbbbbb-0000-4000-8000-000000000005");

    /// <summary>A role-assignable group, which has eligible roles too.</summary>
    public static readonly Reference Privileged = new(ReferenceKind.Group, "Privileged", "bbbbbbbb-0000-4000-8000-000000000006");

    public static readonly Reference Payroll = new(ReferenceKind.Application, "Payroll", "bbbbbbbb-0000-4000-8000-000000000011");

    /// <summary>An application without roles.</summary>
    public static readonly Reference Bare = new(ReferenceKind.Application, "Bare", "bbbbbbbb-0000-4000-8000-000000000012");

    public static readonly Reference Robot = new(ReferenceKind.ServicePrincipal, "Robot", "bbbbbbbb-0000-4000-8000-000000000013");
    public static readonly Reference Site = new(ReferenceKind.Site, "https://woodgrove.sharepoint.com/sites/Finance", "https://woodgrove.sharepoint.com/sites/Finance");
    public static readonly Reference EuropeanSite = new(ReferenceKind.Site, "https://woodgrove-eu.sharepoint.com/sites/Übersicht", "https://woodgrove-eu.sharepoint.com/sites/Übersicht");
    public static readonly Reference Fabrikam = new(ReferenceKind.Organization, "Fabrikam", "dddddddd-0000-4000-8000-000000000011");
    public static readonly Reference Contoso = new(ReferenceKind.Organization, "Contoso", "dddddddd-0000-4000-8000-000000000012");
    public static readonly Reference Notify = new(ReferenceKind.Extension, "Notify", "eeeeeeee-0000-4000-8000-000000000004");
    public static readonly Reference Remind = new(ReferenceKind.Extension, "Remind", "eeeeeeee-0000-4000-8000-000000000005");
    public static readonly Reference Reader = new(ReferenceKind.Package, "Reader", "cccccccc-0000-4000-8000-000000000006") { Catalog = CatalogName };
    public static readonly Reference Newcomer = new(ReferenceKind.Package, "Newcomer", "cccccccc-0000-4000-8000-000000000007") { Catalog = Entitlements.Catalog.BuiltInName };
    public static readonly Reference Direct = new(ReferenceKind.Policy, "Direct", "cccccccc-0000-4000-8000-000000000005");

    public const string Europe = "https://woodgrove-eu-admin.sharepoint.com/";

    public static readonly EntityKey PolicyKey = EntityKey.Policy(CatalogName, PackageName, PolicyName);
    public static readonly Handle CatalogHandle = new(EntityKey.Catalog(CatalogName), Catalog);
    public static readonly Handle PackageHandle = new(EntityKey.Package(CatalogName, PackageName), Package, CatalogHandle);
    public static readonly Handle PolicyHandle = new(PolicyKey, Policy, PackageHandle);
    public static readonly Handle OrganizationHandle = new(EntityKey.Organization("Fabrikam"), Fabrikam.Id);
    public static readonly Handle ExtensionHandle = new(EntityKey.Extension(CatalogName, "Notify"), Notify.Id, CatalogHandle);
    public static readonly Handle TenantRolesHandle = new(EntityKey.TenantRoles, "tenantRoles");
    public static readonly Handle SettingsHandle = new(EntityKey.Settings, "singleton");

    public static JsonObject Json(string text) => JsonNode.Parse(text) as JsonObject ?? throw new InvalidOperationException("Not an object.");

    /// <summary>
    /// A small company: two catalogs, three packages of which one has two policies, one person who holds it, and one of everything else.
    /// </summary>
    public static JsonObject Company(JsonObject? policy = null)
    {
        var state = Json($$"""
            {
              "format": "reconciler-tenant", "version": 1,
              "organization": { "id": "5c1d0000-0000-4000-8000-000000000001", "displayName": "Woodgrove Bank", "domain": "woodgrove.example" },
              "environments": [
                { "id": "eeeeeeee-0000-4000-8000-000000000021", "originId": "https://woodgrove-admin.sharepoint.com/", "originSystem": "SharePointOnline", "isDefaultEnvironment": true },
                { "id": "eeeeeeee-0000-4000-8000-000000000022", "originId": "{{Europe}}", "originSystem": "SharePointOnline", "isDefaultEnvironment": false } ],
              "sites": [
                { "id": "woodgrove.sharepoint.com,1,1", "displayName": "Finance", "webUrl": "{{Site.Id}}", "siteRoles": [ "Finance Owners", "Finance Members" ] },
                { "id": "woodgrove-eu.sharepoint.com,2,2", "displayName": "Übersicht", "webUrl": "{{EuropeanSite.Id}}", "siteRoles": [ "Besucher" ], "environment": "{{Europe}}" } ],
              "servicePrincipals": [
                { "id": "{{Payroll.Id}}", "appId": "bbbbbbbb-0000-4000-8000-0000000000a1", "displayName": "Payroll", "appRoles": [
                  { "id": "bbbbbbbb-0000-4000-8000-000000000101", "displayName": "Reader", "isEnabled": true },
                  { "id": "bbbbbbbb-0000-4000-8000-000000000102", "displayName": "Clerk", "isEnabled": true },
                  { "id": "bbbbbbbb-0000-4000-8000-000000000103", "displayName": "Retired", "isEnabled": false } ] },
                { "id": "{{Bare.Id}}", "appId": "bbbbbbbb-0000-4000-8000-0000000000a2", "displayName": "Bare" },
                { "id": "{{Robot.Id}}", "appId": "bbbbbbbb-0000-4000-8000-0000000000a3", "displayName": "Robot" } ],
              "connectedOrganizations": [
                { "id": "{{Fabrikam.Id}}", "displayName": "Fabrikam", "description": "Supplies.", "identitySources": [
                    { "@odata.type": "#microsoft.graph.azureActiveDirectoryTenant", "tenantId": "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901", "displayName": "Fabrikam Inc." } ],
                  "internalSponsors": [ "{{Megan.Id}}" ], "externalSponsors": [ "{{Ana.Id}}" ] },
                { "id": "{{Contoso.Id}}", "displayName": "Contoso", "state": "proposed", "identitySources": [
                    { "@odata.type": "#microsoft.graph.domainIdentitySource", "domainName": "contoso.example", "displayName": "contoso.example" } ] } ],
              "catalogs": [
                { "id": "{{General}}", "displayName": "Allgemein", "catalogType": "serviceDefault", "isExternallyVisible": true,
                  "accessPackages": [ { "id": "{{Newcomer.Id}}", "displayName": "Newcomer" } ] },
                { "id": "{{Catalog}}", "displayName": "{{CatalogName}}",
                  "resources": [
                    { "id": "cccccccc-0000-4000-8000-000000000011", "originId": "{{Marketing.Id}}" },
                    { "id": "cccccccc-0000-4000-8000-000000000012", "originId": "{{Approvers.Id}}" },
                    { "id": "cccccccc-0000-4000-8000-000000000013", "originId": "{{Privileged.Id}}" },
                    { "id": "cccccccc-0000-4000-8000-000000000014", "originId": "{{Payroll.Id}}", "originSystem": "AadApplication" },
                    { "id": "cccccccc-0000-4000-8000-000000000015", "originId": "{{Site.Id}}", "originSystem": "SharePointOnline", "environmentId": "eeeeeeee-0000-4000-8000-000000000021" } ],
                  "customWorkflowExtensions": [ {{Extension("Request", Notify)}}, {{Extension("", Remind)}} ],
                  "accessPackages": [
                    { "id": "{{Package}}", "displayName": "{{PackageName}}", "description": "Approves expenses.", "isHidden": true,
                      "incompatibleAccessPackages": [ "{{Newcomer.Id}}" ], "incompatibleGroups": [ "{{Twin.Id}}" ],
                      "resourceRoleScopes": [ { "role": { "originId": "Member_{{Marketing.Id}}" } }, { "role": { "originId": "Owner_{{Approvers.Id}}" } } ],
                      "assignmentPolicies": [ { "id": "{{Direct.Id}}", "displayName": "Direct" } ] },
                    { "id": "{{Reader.Id}}", "displayName": "Reader" } ] } ],
              "roleAssignments": [
                { "id": "ffffffff-0000-4000-8000-000000000001", "principalId": "{{Megan.Id}}", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178", "appScopeId": "/AccessPackageCatalog/{{Catalog}}" },
                { "id": "ffffffff-0000-4000-8000-000000000002", "principalId": "{{Approvers.Id}}", "roleDefinitionId": "ba92d953-d8e0-4e39-a797-0cbedb0a89e8", "appScopeId": "/" } ],
              "assignments": [
                { "id": "dddddddd-0000-4000-8000-000000000001", "state": "delivered", "accessPackageId": "{{Package}}",
                  "assignmentPolicyId": "{{Direct.Id}}", "targetId": "{{Megan.Id}}" },
                { "id": "dddddddd-0000-4000-8000-000000000002", "state": "expired", "accessPackageId": "{{Package}}",
                  "assignmentPolicyId": "{{Direct.Id}}", "targetId": "{{Isaiah.Id}}" } ]
            }
            """);
        state["users"] = new JsonArray([.. new[] { Megan, Isaiah, Ana, OHara }.Select(User)]);
        state["groups"] = new JsonArray([.. new[] { Marketing, Approvers, Odd, Twin, OtherTwin, Privileged }.Select(Group)]);
        (state["catalogs"]?[1]?["accessPackages"]?[0]?["assignmentPolicies"] as JsonArray)?.Add(policy ?? RichPolicy.Json());
        return state;
    }

    private static string Extension(string occasion, Reference extension) => $$"""
        { "@odata.type": "#microsoft.graph.accessPackageAssignment{{occasion}}WorkflowExtension", "id": "{{extension.Id}}", "displayName": "{{extension.Name}}",
          "description": "Tells somebody.", "createdBy": "megan@woodgrove.example",
          "endpointConfiguration": { "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration", "subscriptionId": "38ab2ccc-3747-4567-b36b-9478f5602f0d",
            "resourceGroupName": "rg", "logicAppWorkflowName": "tell", "url": "https://logic.azure.example/workflows/tell/triggers/manual/paths/invoke" },
          "authenticationConfiguration": { "@odata.type": "#microsoft.graph.azureAdPopTokenAuthentication" },
          "clientConfiguration": { "maximumRetries": 0, "timeoutInMilliseconds": 500 } }
        """;

    private static JsonNode User(Reference who) =>
        new JsonObject { ["id"] = who.Id, ["displayName"] = who.Name?.Split('@')[0], ["userPrincipalName"] = who.Name };

    private static JsonNode Group(Reference what) =>
        new JsonObject { ["id"] = what.Id, ["displayName"] = what.Name, ["isAssignableToRole"] = what == Privileged };
}
