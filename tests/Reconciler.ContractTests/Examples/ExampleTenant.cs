using System.Text.Json.Nodes;

namespace Reconciler.ContractTests.Examples;

/// <summary>A tenant in which the objects exist that the examples speak of.</summary>
internal static class ExampleTenant
{
    public const string User = "46184453-e63b-4f20-86c2-c557ed5d5df9";
    public const string OtherUser = "679a9213-c497-48a4-830a-8d3d25d94ddc";
    public const string Sponsor = "60dffb62-fb62-60df-62fb-df6062fbdf60";
    public const string FreeUser = "5d6059b6-368d-45f8-91e1-8e07d485f1d0";
    public const string Package = "114d3459-3459-114d-5934-4d1159344d11";
    public const string EmptyCatalog = "4cee616b-fdf9-4890-9d10-955e0ccb12bc";
    public const string Organization = "04e7fa5f-fa5f-04e7-5ffa-e7045ffae704";
    public const string Assignment = "2a353749-3749-2a35-4937-352a4937352a";
    public const string Request = "7999249e-249e-7999-9e24-99799e249979";
    public const string DeniedRequest = "7999249e-249e-7999-9e24-99799e24997a";
    public const string Policy = "87e1c7f7-c7f7-87e1-f7c7-e187f7c7e187";
    public const string UnusedPolicy = "b2eba9a1-b357-42ee-83a8-336522ed6cbf";
    public const string Group = "7b56ede0-9b58-40bd-b11e-b3d1e0b0ffd5";
    public const string GrantedPackage = "933a4822-aed1-445b-9623-62116cd07a39";
    public const string ResourceCatalog = "15d889df-3eb8-4e9b-bfb4-b1908849aec4";

    // One example adds an application to a catalog that another finds there.
    private const string Onboarded = "059";
    private const string Application = """, { "id": "1d0bb962-5bb0-4b16-a488-fda7a788b9ee", "originId": "e81d7f57-0840-45e1-894b-f505c1bdcc1f", "originSystem": "AadApplication" }""";

    public static JsonObject State(string number) => JsonNode.Parse($$"""
        {
          "format": "reconciler-tenant", "version": 1,
          "organization": { "id": "99999999-0000-4000-8000-000000000001", "displayName": "Contoso", "domain": "contoso.com" },
          "users": [
            { "id": "{{User}}", "displayName": "Adele", "userPrincipalName": "adele@contoso.com" },
            { "id": "{{OtherUser}}", "displayName": "Megan", "userPrincipalName": "megan@contoso.com" },
            { "id": "{{FreeUser}}", "displayName": "Billy Smith", "userPrincipalName": "billy@contoso.com" },
            { "id": "39228473-522e-4533-88cc-a9553180cb99", "displayName": "Owner", "userPrincipalName": "owner@contoso.com" },
            { "id": "{{Sponsor}}", "displayName": "Sponsor", "userPrincipalName": "sponsor@contoso.com" } ],
          "groups": [
            { "id": "{{Group}}", "displayName": "Team" },
            { "id": "8ab659d0-3839-427d-8c54-5ae92f0b3e2e", "displayName": "Test group" } ],
          "servicePrincipals": [
            { "id": "e81d7f57-0840-45e1-894b-f505c1bdcc1f", "displayName": "Expenses", "appId": "e81d7f57-0840-45e1-894b-f505c1bdcc20" },
            { "id": "2f1099a6-d4fc-4cc9-a0ef-ddd3f1bf0b7e", "displayName": "Faculty cafeteria ordering", "appId": "2f1099a6-d4fc-4cc9-a0ef-ddd3f1bf0b7f" } ],
          "sites": [
            { "id": "contoso.sharepoint.com,11111111-1111-4111-8111-111111111111,21111111-1111-4111-8111-111111111111", "displayName": "OneDrive Team Site", "name": "1drvteam",
              "webUrl": "https://contoso.sharepoint.com/teams/1drvteam" },
            { "id": "contoso.sharepoint.com,11111111-1111-4111-8111-111111111112,21111111-1111-4111-8111-111111111112", "displayName": "Community",
              "webUrl": "https://contoso.sharepoint.com/portals/Community" },
            { "id": "microsoft.sharepoint.com,11111111-1111-4111-8111-111111111113,21111111-1111-4111-8111-111111111113", "displayName": "Example",
              "webUrl": "https://microsoft.sharepoint.com/sites/Example" } ],
          "environments": [
            { "id": "615f2218-678f-471f-a60a-02c2f4f80c57", "displayName": "https://contoso.sharepoint.com/", "description": "https://contoso.sharepoint.com/",
              "originSystem": "SharePointOnline", "originId": "https://contoso-admin.sharepoint.com/", "isDefaultEnvironment": true } ],
          "settings": { "externalUserLifecycleAction": "blockSignInAndDelete", "durationUntilExternalUserDeletedAfterBlocked": "P4D" },
          "connectedOrganizations": [
            { "id": "{{Organization}}", "displayName": "Wingtip Toys", "description": "Wingtip Toys", "state": "configured",
              "identitySources": [ { "@odata.type": "#microsoft.graph.azureActiveDirectoryTenant", "displayName": "Wingtip Toys Co", "tenantId": "1f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901" } ],
              "internalSponsors": [ "{{Sponsor}}" ], "externalSponsors": [ "{{Sponsor}}" ] } ],
          "catalogs": [
            { "id": "b1bf99ed-99ed-b1bf-ed99-bfb1ed99bfb1", "displayName": "Access package catalog for testing", "description": "Sample access package catalog",
              "resources": [
                { "id": "53c71803-a0a8-4777-aecc-075de8ee3991", "originId": "https://contoso.sharepoint.com/portals/Community", "originSystem": "SharePointOnline",
                  "roles": [ { "id": "6646a29e-da03-49f6-bcd9-dec124492de3", "displayName": "Contributors", "originId": "4", "originSystem": "SharePointOnline" } ],
                  "scopes": [ { "id": "5ae0ae7c-d0a5-42aa-ab37-1f15e9a61d33", "displayName": "Root", "originId": "https://contoso.sharepoint.com/portals/Community",
                    "originSystem": "SharePointOnline", "isRootScope": true } ] } ],
              "accessPackages": [
                { "id": "{{Package}}", "displayName": "Access package for testing", "description": "Sample access package",
                  "assignmentPolicies": [ { "id": "{{UnusedPolicy}}", "displayName": "Unused" } ] },
                { "id": "a914b616-e04e-476b-aa37-91038f0b165b", "displayName": "Assigned",
                  "assignmentPolicies": [
                    { "id": "2264bf65-76ba-417b-a27d-54d291f0cbc8", "displayName": "Direct" },
                    { "id": "{{Policy}}", "displayName": "All Users", "description": "All users in the directory can request access.", "allowedTargetScope": "allDirectoryUsers",
                      "expiration": { "type": "afterDuration", "duration": "P365D" } } ] } ] },
            { "id": "66584aae-98bb-48cc-9458-7bee5d2a6577", "displayName": "Sales" },
            { "id": "{{EmptyCatalog}}", "displayName": "Owned" },
            { "id": "beedadfe-01d5-4025-910b-84abb9369997", "displayName": "Resources",
              "resources": [
                { "id": "1d0bb962-5bb0-4b16-a488-fda7a788b9ec", "originId": "{{Group}}" }{{(number == Onboarded ? Application : "")}} ] },
            { "id": "{{ResourceCatalog}}", "displayName": "Team",
              "resources": [
                { "id": "400279ff-8e85-4dcf-b1d6-d3a6be372951", "originId": "2f1099a6-d4fc-4cc9-a0ef-ddd3f1bf0b7e", "originSystem": "AadApplication" },
                { "id": "a35bef72-a8aa-4ca3-af30-f6b2ece7208f", "originId": "{{Group}}" } ],
              "accessPackages": [ ] },
            { "id": "32efb28c-9a7a-446c-986b-ca6528c6669d", "displayName": "Extended",
              "resources": [ { "id": "1d0bb962-5bb0-4b16-a488-fda7a788b9ed", "originId": "{{Group}}" } ],
              "customWorkflowExtensions": [
                { "@odata.type": "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension", "id": "bebe7873-1f0d-4db9-b6c3-01f7ebfe8476", "displayName": "Tell",
                  "endpointConfiguration": { "@odata.type": "#microsoft.graph.logicAppTriggerEndpointConfiguration", "subscriptionId": "38ab2ccc-3747-4567-b36b-9478f5602f0d",
                    "resourceGroupName": "rg", "logicAppWorkflowName": "tell" },
                  "authenticationConfiguration": { "@odata.type": "#microsoft.graph.azureAdPopTokenAuthentication" } } ],
              "accessPackages": [
                { "id": "{{GrantedPackage}}", "displayName": "Test Package 9-9",
                  "resourceRoleScopes": [ { "role": { "originId": "Owner_{{Group}}" } } ] },
                { "id": "f9afd2e3-7486-40df-9c35-aa2ae108c495", "displayName": "Told",
                  "assignmentPolicies": [ { "id": "4540a08f-8ab5-43f6-a923-015275799197", "displayName": "API Created policy" } ] },
                { "id": "73eb2497-3b88-4c0a-8bb3-68ba8162beff", "displayName": "Excluding", "incompatibleAccessPackages": [ "c0a74b4d-2694-4d5d-a964-1bee4ff0aaf2" ] },
                { "id": "c0a74b4d-2694-4d5d-a964-1bee4ff0aaf2", "displayName": "accesspackage" },
                { "id": "a2e1ca1e-4e56-47d2-9daa-e2ba8d12a82b", "displayName": "New" },
                { "id": "8a36831e-1527-4b2b-aff2-81259a8d8e76", "displayName": "Automatic" } ] } ],
          "roleAssignments": [
            { "id": "900633fe-2508-4b13-a561-a15e320ad35f", "principalId": "39228473-522e-4533-88cc-a9553180cb99", "roleDefinitionId": "ae79f266-94d4-4dab-b730-feca7e132178",
              "appScopeId": "/AccessPackageCatalog/{{EmptyCatalog}}" } ],
          "assignments": [
            { "id": "{{Assignment}}", "state": "delivered", "status": "Delivered", "accessPackageId": "a914b616-e04e-476b-aa37-91038f0b165b",
              "assignmentPolicyId": "2264bf65-76ba-417b-a27d-54d291f0cbc8", "targetId": "{{OtherUser}}" },
            { "id": "a6bb6942-3ae1-4259-9908-0133aaee9377", "state": "delivered", "status": "Delivered", "accessPackageId": "a914b616-e04e-476b-aa37-91038f0b165b",
              "assignmentPolicyId": "2264bf65-76ba-417b-a27d-54d291f0cbc8", "targetId": "{{Sponsor}}" },
            { "id": "44c741c1-2cf4-40db-83b6-e0112f8e5a83", "state": "delivered", "status": "Delivered", "accessPackageId": "a914b616-e04e-476b-aa37-91038f0b165b",
              "assignmentPolicyId": "2264bf65-76ba-417b-a27d-54d291f0cbc8", "targetId": "{{FreeUser}}" } ],
          "assignmentRequests": [
            { "id": "{{Request}}", "requestType": "adminAdd", "state": "delivered", "status": "Delivered", "accessPackageId": "a914b616-e04e-476b-aa37-91038f0b165b",
              "assignmentId": "{{Assignment}}", "requestorId": "{{OtherUser}}" },
            { "id": "{{DeniedRequest}}", "requestType": "userAdd", "state": "denied", "status": "Denied", "accessPackageId": "a914b616-e04e-476b-aa37-91038f0b165b" } ],
          "resourceRequests": [
            { "id": "1fe272f0-d463-42aa-a9a8-b07ab50a1c4d", "requestType": "adminAdd", "state": "delivered", "createdDateTime": "2023-06-28T00:29:01.5Z",
              "catalogId": "b1bf99ed-99ed-b1bf-ed99-bfb1ed99bfb1", "resourceId": "53c71803-a0a8-4777-aecc-075de8ee3991" } ]
        }
        """) as JsonObject ?? [];
}
