using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Resources of a catalog, their roles, and the requests that add and remove them (contract 4).</summary>
internal static class ResourceRoutes
{
    private const string OfCatalog = EntitlementManagement + "/catalogs/{id}/resources";
    private const string RolesOfCatalog = EntitlementManagement + "/catalogs/{id}/resourceRoles";
    private const string Requests = EntitlementManagement + "/resourceRequests";

    public static readonly Route[] All =
    [
        Route.Get(OfCatalog, List),
        Route.Get(OfCatalog + "/{resourceId}", call => call.Ok(Named(call))),
        Route.Post(OfCatalog + "/{resourceId}/refresh", Refresh),
        Route.Get(RolesOfCatalog, ListRoles),
        Route.Get(Requests, call => call.Page(new(Names.ResourceRequest, call.Store.ResourceRequests, "catalog/id", "state", "requestType"))),
        Route.Get(Requests + "/{id}", GetRequest),
        Route.Post(Requests, Request),
    ];

    private static Answer List(Call call) =>
        call.Page(new(Names.Resource, call.Catalog(call.Value("id")).Children(Names.Resources), "id", "originId", "originSystem", "displayName"));

    private static Answer ListRoles(Call call)
    {
        var catalog = call.Catalog(call.Value("id"));
        if (call.Query.Filter is null)
        {
            throw GraphErrorException.InvalidQuery("resourceRoles needs $filter=(originSystem eq '…' and resource/id eq '…').");
        }

        var roles = catalog.Children(Names.Resources).SelectMany(resource => resource.Children(Names.Roles));
        return call.Page(new(Names.ResourceRole, roles, "id", "originSystem", "originId", "resource/id", "displayName"));
    }

    private static Answer Refresh(Call call)
    {
        Onboarding.Refresh(call, Named(call));
        return Answer.NoContent;
    }

    private static Entity Named(Call call) => call.ResourceOf(call.Catalog(call.Value("id")), call.Value("resourceId"));

    private static Answer GetRequest(Call call) =>
        call.Ok(call.Store.Find(Names.ResourceRequest, call.Value("id"))
            ?? throw GraphErrorException.NotFound("ResourceRequestNotFound", "The resource request was not found."));

    private static Answer Request(Call call)
    {
        var body = call.Read(Names.ResourceRequest, Unbound(call.Body));
        Writing.RefuseNavigations(body, Names.ResourceRequest, "catalog", "resource");
        if (body["resource"] is not JsonObject wanted)
        {
            throw GraphErrorException.InvalidModel("/resource: it is required.");
        }

        var catalog = call.Catalog(RequiredReference(body, "catalog"));
        var resource = Text(body, "requestType") switch
        {
            "adminAdd" => Onboarding.Add(call, catalog, wanted),
            "adminUpdate" => Onboarding.Update(call, catalog, wanted),
            "adminRemove" => Onboarding.Remove(call, catalog, wanted),
            _ => throw GraphErrorException.InvalidModel("/requestType: a resource request is adminAdd, adminUpdate or adminRemove."),
        };
        var id = call.NewId();
        var request = new Entity(Names.ResourceRequest, new JsonObject
        {
            ["id"] = id,
            ["requestType"] = Text(body, "requestType"),
            ["state"] = ResourceRequestDelivery.Start(call, id),
            ["createdDateTime"] = call.Now(),
        });
        request.SetLinks(Names.CatalogLink, catalog.Id);
        request.SetLinks(Names.ResourceLink, resource.Id);
        call.Store.ResourceRequests.Add(request);
        return Accepted(call, request, resource);
    }

    // Observed: some tenants answer with the resource, which saves the client from looking for it (contract 4.2).
    private static Answer Accepted(Call call, Entity request, Entity resource)
    {
        var answer = call.Created(request);
        if (call.Behaviour.Shapes.SubmitsResourceRequests && answer.Body?.ContainsKey("state") == true)
        {
            answer.Body["state"] = "submitted";
        }

        if (call.Behaviour.Shapes.InlineResources)
        {
            answer.Body?["resource"] = call.Project(resource, Names.Resource, Shape.Plain);
        }

        return answer;
    }

    // The one binding that is documented: "environment@odata.bind": "resourceEnvironments/{id}".
    private static JsonNode? Unbound(JsonNode? body)
    {
        const string Binding = "environment@odata.bind";
        if (body?.DeepClone() is not JsonObject unbound || unbound["resource"] is not JsonObject wanted || Text(wanted, Binding) is not { } address)
        {
            return body;
        }

        wanted.Remove(Binding);
        wanted["environment"] = new JsonObject { ["id"] = address.TrimEnd('/').Split('/')[^1] };
        return unbound;
    }
}
