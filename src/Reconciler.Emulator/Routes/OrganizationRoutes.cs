using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Connected organizations (contract 11).</summary>
internal static class OrganizationRoutes
{
    private const string Collection = EntitlementManagement + "/connectedOrganizations";
    private const string One = Collection + "/{id}";

    public static readonly Route[] All =
    [
        Route.Get(Collection, List),
        Route.Get(One, call => call.Ok(call.Organization())),
        Route.Post(Collection, Create),
        Route.Patch(One, Update),
        Route.Delete(One, Delete),
    ];

    /// <summary>The organization that the path names.</summary>
    public static Entity Organization(this Call call) =>
        call.Store.Find(Names.ConnectedOrganization, call.Value("id"))
        ?? throw GraphErrorException.NotFound("ConnectedOrganizationNotFound", "The connected organization was not found.");

    private static Answer List(Call call)
    {
        if (call.Behaviour.RefusesSponsorsInLists)
        {
            call.RefuseExpanded(Names.InternalSponsors, Names.ExternalSponsors);
        }

        return call.Page(new Listing(Names.ConnectedOrganization, call.Store.ConnectedOrganizations, "id", "displayName", "state", "identitySources"));
    }

    private static Answer Create(Call call)
    {
        var body = Checked(call, changed: null);
        Writing.RequireName(body);
        var organization = new Entity(Names.ConnectedOrganization, Writing.Created(call, body, Names.ConnectedOrganization));
        call.Store.ConnectedOrganizations.Add(organization);
        return call.Written(organization, HttpStatusCode.Created);
    }

    private static Answer Update(Call call)
    {
        var organization = call.Organization();
        var body = Checked(call, organization);
        Writing.RefuseEmptyName(body);
        Writing.Patch(call, organization, body);
        return call.Written(organization, HttpStatusCode.Accepted);
    }

    private static JsonObject Checked(Call call, Entity? changed)
    {
        var body = call.Read(Names.ConnectedOrganization);
        Writing.RefuseNavigations(body, Names.ConnectedOrganization);
        IdentitySources.Check(call.Store, body["identitySources"] as JsonArray, changed);
        return body;
    }

    private static Answer Delete(Call call)
    {
        var organization = call.Organization();
        if (!call.Behaviour.DeletesOrganizationsInUse && call.Store.Policies.Any(policy => Subjects.NamedBy(policy.Members).Any(subject => subject.IsNamed(organization))))
        {
            throw GraphErrorException.BadRequest(
                "ConnectedOrganizationIsInUse",
                $"The connected organization '{organization.Text("displayName")}' cannot be deleted because a policy names it.");
        }

        call.Store.ConnectedOrganizations.Remove(organization);
        return Answer.NoContent;
    }
}
