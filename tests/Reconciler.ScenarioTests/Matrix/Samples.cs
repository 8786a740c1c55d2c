using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>The samples that a shape alone can't tell: what has to look like an id, an address or a domain, or to be there.</summary>
internal static class Samples
{
    /// <summary>The samples of a key; null where its shape is enough.</summary>
    public static IReadOnlyList<JsonNode>? Of(EntityKind kind, Shape shape, string path, int row) => (kind, MatrixKey.Plain(path)) switch
    {
        (EntityKind.AccessPackage, "resourceRoles[].role") when shape is Shape.Text => ["Standard user", "Administrator"],
        (EntityKind.AccessPackage, "resourceRoles[].role.id") when path.Contains("application", StringComparison.Ordinal) => Ground.RolesOfTheFirstApplication,
        // Not the social provider: there is one, and an organization is recognised by it.
        (EntityKind.ConnectedOrganization, "identitySources") =>
        [
            Source(("tenant", Id(row, 1))), Source(("tenant", Id(row, 2))), Source(("domain", $"first-{row}.example")), Source(("tenant", Id(row, 7)), ("cloud", "china")),
            Source(("federation", $"second-{row}.example"), ("issuer", $"https://second-{row}.example/idp")), Source(("domain", $"third-{row}.example")),
        ],
        (EntityKind.ConnectedOrganization, "identitySources[].tenant") => [Id(row, 1), Id(row, 2)],
        (EntityKind.ConnectedOrganization, "identitySources[].domain" or "identitySources[].federation") => [$"first-{row}.example", $"second-{row}.example"],
        (EntityKind.ConnectedOrganization, "identitySources[].issuer") => [$"https://first-{row}.example/idp", $"https://second-{row}.example/idp"],
        (EntityKind.CustomExtension, "logicApp.subscription") => [Id(row, 3), Id(row, 4)],
        (EntityKind.CustomExtension, "logicApp.resourceGroup") => ["identity-dev", "identity-prod"],
        (EntityKind.CustomExtension, "logicApp.workflow") => ["open-ticket", "close-ticket"],
        (EntityKind.CustomExtension, "endpoint") => ["https://hooks.example/first", "https://hooks.example/second"],
        (EntityKind.CustomExtension, "signIn.tokenFor") => [Id(row, 5), Id(row, 6)],
        (EntityKind.Catalog, "resources[].geo") => [Ground.Regions[0], Ground.Regions[1]],
        (EntityKind.Catalog, "resources[].attributes[].name") => ["officeLocation", "department"],
        (EntityKind.AccessPackage, "resourceRoles[].role.id") => ["4", "5"],
        (EntityKind.AssignmentPolicy, "automatic.membershipRule") => ["(user.department -eq \"Sales\")", "(user.department -eq \"Legal\")"],
        (_, "questions[].pattern" or "resources[].attributes[].question.pattern") => ["^[0-9]{4}$", "^[A-Z]{2}$"],
        (EntityKind.AssignmentPolicy, "callouts[].run") => [Ground.OnRequest, Ground.OnRequestToo],
        (EntityKind.DirectAssignment, "policy") => [Ground.Policy, Ground.PolicyToo],
        (EntityKind.DirectAssignment, "from") => ["2027-02-01", "2027-03-01"],
        _ => null,
    };

    private static JsonArray Source(params (string Key, string Value)[] keys) =>
        new(new JsonObject(keys.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))));

    private static string Id(int row, int which) => $"{which:d8}-0000-4000-8000-{row:d12}";
}
