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

    public static readonly EntityKey PolicyKey = EntityKey.Policy(CatalogName, PackageName, PolicyName);
    public static readonly Handle CatalogHandle = new(EntityKey.Catalog(CatalogName), Catalog);
    public static readonly Handle PackageHandle = new(EntityKey.Package(CatalogName, PackageName), Package);
    public static readonly Handle PolicyHandle = new(PolicyKey, Policy);

    public static JsonObject Json(string text) => JsonNode.Parse(text) as JsonObject ?? throw new InvalidOperationException("Not an object.");

    /// <summary>A small company: two catalogs, two packages of which one has two policies, and one person who holds it.</summary>
    public static JsonObject Company(JsonObject? policy = null)
    {
        var state = Json($$"""
            {
              "format": "reconciler-tenant", "version": 1,
              "organization": { "id": "5c1d0000-0000-4000-8000-000000000001", "displayName": "Woodgrove Bank", "domain": "woodgrove.example" },
              "catalogs": [
                { "id": "{{General}}", "displayName": "Allgemein", "catalogType": "serviceDefault", "isExternallyVisible": true },
                { "id": "{{Catalog}}", "displayName": "{{CatalogName}}",
                  "resources": [
                    { "id": "cccccccc-0000-4000-8000-000000000011", "originId": "{{Marketing.Id}}" },
                    { "id": "cccccccc-0000-4000-8000-000000000012", "originId": "{{Approvers.Id}}" } ],
                  "accessPackages": [
                    { "id": "{{Package}}", "displayName": "{{PackageName}}", "description": "Approves expenses.", "isHidden": true,
                      "resourceRoleScopes": [ { "role": { "originId": "Member_{{Marketing.Id}}" } }, { "role": { "originId": "Owner_{{Approvers.Id}}" } } ],
                      "assignmentPolicies": [ { "id": "cccccccc-0000-4000-8000-000000000005", "displayName": "Direct" } ] },
                    { "id": "cccccccc-0000-4000-8000-000000000006", "displayName": "Reader" } ] } ],
              "assignments": [
                { "id": "dddddddd-0000-4000-8000-000000000001", "state": "delivered", "accessPackageId": "{{Package}}",
                  "assignmentPolicyId": "cccccccc-0000-4000-8000-000000000005", "targetId": "{{Megan.Id}}" },
                { "id": "dddddddd-0000-4000-8000-000000000002", "state": "expired", "accessPackageId": "{{Package}}",
                  "assignmentPolicyId": "cccccccc-0000-4000-8000-000000000005", "targetId": "{{Isaiah.Id}}" } ]
            }
            """);
        state["users"] = new JsonArray([.. new[] { Megan, Isaiah, Ana, OHara }.Select(User)]);
        state["groups"] = new JsonArray([.. new[] { Marketing, Approvers, Odd, Twin, OtherTwin }.Select(Group)]);
        (state["catalogs"]?[1]?["accessPackages"]?[0]?["assignmentPolicies"] as JsonArray)?.Add(policy ?? RichPolicy.Json());
        return state;
    }

    private static JsonNode User(Reference who) =>
        new JsonObject { ["id"] = who.Id, ["displayName"] = who.Name?.Split('@')[0], ["userPrincipalName"] = who.Name };

    private static JsonNode Group(Reference what) => new JsonObject { ["id"] = what.Id, ["displayName"] = what.Name };
}
