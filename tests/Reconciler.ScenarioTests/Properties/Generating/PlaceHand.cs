using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>What people do by hand to organizations, extensions, delegates, attributes and packages that exclude each other.</summary>
internal sealed class PlaceHand(JsonObject state, Func<string> newId)
{
    private static readonly string[] CatalogRoles =
        ["ae79f266-94d4-4dab-b730-feca7e132178", "44272f93-9762-48e8-af59-1b5351b1d6b3", "7f480852-ebdc-47d4-87de-0d8498384a83", "e2182095-804a-4656-ae11-64734e9b7ae5"];

    private static readonly string[] TenantRoles = ["ba92d953-d8e0-4e39-a797-0cbedb0a89e8", "e65cf63f-9cc2-4b48-8871-cb667e9d90fb"];

    private List<JsonObject> Catalogs => Items(state, "catalogs");

    private List<JsonObject> Packages => [.. Catalogs.SelectMany(c => Items(c, "accessPackages"))];

    public void Do(Mess mess)
    {
        var (at, with) = (mess.At, mess.With);
        switch (mess.Kind)
        {
            case MessKind.AddOrganization:
                Add(state, "connectedOrganizations", Organization(with));
                break;
            case MessKind.ChangeOrganization when One(Items(state, "connectedOrganizations"), at) is { } organization:
                Change(organization, with);
                break;
            case MessKind.AddExtension when One(Catalogs, at) is { } catalog:
                Add(catalog, "customWorkflowExtensions", Extension(with));
                break;
            case MessKind.ChangeExtension when One([.. Catalogs.SelectMany(c => Items(c, "customWorkflowExtensions"))], at) is { } extension:
                extension[with % 2 == 0 ? "description" : "comesLater"] = $"By hand, {with}";
                break;
            case MessKind.AddAttribute when One([.. Catalogs.SelectMany(c => Items(c, "resources"))], at) is { } resource:
                Add(resource, "attributes", Attribute(with));
                break;
            case MessKind.AddDelegate when One(Catalogs, at) is { } catalog:
                Add(state, "roleAssignments", RoleAssignment(catalog, with));
                break;
            case MessKind.TakeDelegate when One(Items(state, "roleAssignments"), at) is { Parent: JsonArray all } held:
                all.Remove(held);
                break;
            case MessKind.AddIncompatible when One(Packages, at) is { } package && One(Packages, with) is { } other && other != package:
                Link(package, with % 2 == 0 ? "incompatibleAccessPackages" : "incompatibleGroups", with % 2 == 0 ? $"{other["id"]}" : Pick(KnownDirectory.GroupIds, with));
                break;
            case MessKind.TakeIncompatible when One(Packages, at) is { } package:
                package.Remove(with % 2 == 0 ? "incompatibleAccessPackages" : "incompatibleGroups");
                break;
        }
    }

    private JsonObject Organization(int with) => new()
    {
        ["id"] = newId(),
        ["displayName"] = Pick(Texts.Organizations, with),
        ["state"] = with % 3 == 0 ? "proposed" : "configured",
        ["identitySources"] = new JsonArray(new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.domainIdentitySource",
            ["displayName"] = "By hand",

            // The service connects a domain once.
            ["domainName"] = with % 4 == 0 && !state.ToJsonString().Contains("fabrikam.com", StringComparison.OrdinalIgnoreCase) ? "fabrikam.com" : $"hand{with}-{newId()}.example",
        }),
    };

    private static void Change(JsonObject organization, int with)
    {
        switch (with % 4)
        {
            case 0:
                organization["state"] = "proposed";
                break;
            case 1:
                Link(organization, "internalSponsors", Pick(KnownDirectory.UserIds, with));
                break;
            case 2:
                organization.Remove("externalSponsors");
                break;
            default:
                organization["comesLater"] = with;
                break;
        }
    }

    private JsonObject Extension(int with) => new()
    {
        ["@odata.type"] = with % 2 == 0 ? "#microsoft.graph.accessPackageAssignmentRequestWorkflowExtension" : "#microsoft.graph.accessPackageAssignmentWorkflowExtension",
        ["id"] = newId(),
        ["displayName"] = Pick(Texts.Extensions, with),
        ["endpointConfiguration"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.httpRequestEndpoint", ["targetUrl"] = "https://hooks.example/hand" },
    };

    private JsonObject Attribute(int with) => new()
    {
        ["name"] = $"byHand{with}-{newId()}",
        ["isEditable"] = true,
        ["destination"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.accessPackageUserDirectoryAttributeStore" },
        ["source"] = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.accessPackageResourceAttributeQuestion",
            ["question"] = new JsonObject { ["@odata.type"] = "#microsoft.graph.accessPackageTextInputQuestion", ["id"] = newId(), ["text"] = "By hand?", ["isRequired"] = with % 2 == 0 },
        },
    };

    private JsonObject RoleAssignment(JsonObject catalog, int with)
    {
        var isOfTenant = with % 5 == 0;
        return new JsonObject
        {
            ["id"] = newId(),
            ["principalId"] = Pick([.. KnownDirectory.UserIds, .. KnownDirectory.GroupIds, .. KnownDirectory.ServicePrincipalIds], with),
            ["roleDefinitionId"] = isOfTenant ? Pick(TenantRoles, with) : Pick(CatalogRoles, with),
            ["appScopeId"] = isOfTenant ? "/" : $"/AccessPackageCatalog/{catalog["id"]}",
            ["directoryScopeId"] = null,
        };
    }

    private static void Link(JsonObject owner, string member, string id)
    {
        if (owner[member] is not JsonArray list)
        {
            owner[member] = list = [];
        }

        if (!list.Any(one => $"{one}" == id))
        {
            list.Add(id);
        }
    }

    private static void Add(JsonObject owner, string member, JsonObject made)
    {
        if (owner[member] is not JsonArray list)
        {
            owner[member] = list = [];
        }

        list.Add(made);
    }

    private static List<JsonObject> Items(JsonObject owner, string member) => (owner[member] as JsonArray ?? []).OfType<JsonObject>().ToList();

    private static JsonObject? One(List<JsonObject> all, int at) => all.Count == 0 ? null : all[at % all.Count];

    private static T Pick<T>(IReadOnlyList<T> all, int at) => all[at % all.Count];
}
