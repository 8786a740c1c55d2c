using System.Text.Json.Nodes;
using Reconciler.Declarations;

namespace Reconciler.Cli.Commands;

/// <summary>The directory that a new tenant begins with: that of a file, or a small company.</summary>
internal static class EmulateDirectory
{
    /// <summary>The application that may do everything; always the same, so that only its secret has to be asked for.</summary>
    public const string ClientId = "e5a1c0de-0000-4000-8000-000000000001";

    private const string Company = """
        {
          "organization": { "name": "Emulated company", "domain": "company.example" },
          "users": [
            { "userPrincipalName": "isaiah@company.example", "displayName": "Isaiah Langer", "department": "Operations" },
            { "userPrincipalName": "megan@company.example", "displayName": "Megan Bowen", "department": "Sales", "manager": "isaiah@company.example" },
            { "userPrincipalName": "diego@company.example", "displayName": "Diego Siciliani", "department": "Finance", "manager": "isaiah@company.example" },
            { "userPrincipalName": "ana_fabrikam.com#EXT#@company.example", "displayName": "Ana Bowman", "guest": true, "mail": "ana@fabrikam.com" }
          ],
          "groups": [
            { "displayName": "Project team", "owners": [ "megan@company.example" ], "members": [ "megan@company.example" ] },
            { "displayName": "Ledger readers", "owners": [ "diego@company.example" ] },
            { "displayName": "Sales tools", "type": "microsoft365", "owners": [ "megan@company.example" ] }
          ],
          "applications": [
            { "displayName": "Salesforce", "roles": [ "Standard User", "Administrator" ] }
          ],
          "servicePrincipals": [ { "displayName": "Reconciler", "appId": "e5a1c0de-0000-4000-8000-000000000001" } ],
          "sites": [
            { "url": "https://company.sharepoint.example/sites/Marketing", "displayName": "Marketing", "roles": [ "Marketing Members", "Marketing Visitors" ] }
          ]
        }
        """;

    public static SeedResult Seed() => new() { Seed = JsonNode.Parse(Company) as JsonObject };

    public static SeedResult Read(string path) => SeedReader.Read(Path.GetDirectoryName(path) ?? path, Path.GetFileName(path));
}
