using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
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
    private const string Sources = "identitySources";

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
        call.Seen(Names.ConnectedOrganization, call.Value("id"))
        ?? throw GraphErrorException.NotFound("ConnectedOrganizationNotFound", "The connected organization was not found.");

    private static Answer List(Call call)
    {
        if (call.Behaviour.RefusesSponsorsInLists)
        {
            call.RefuseExpanded(Names.InternalSponsors, Names.ExternalSponsors);
        }

        return call.Page(new Listing(Names.ConnectedOrganization, call.Store.ConnectedOrganizations, "id", "displayName", "state", Sources) { Departed = _ => true });
    }

    private static Answer Create(Call call)
    {
        var body = Checked(call);
        Writing.RequireName(body);
        var holder = IdentitySources.Holder(call.Store, body[Sources] as JsonArray, but: null);
        if (Refusing.Duplicate(call, call.Behaviour.OpenQuestions.Duplicates.Organizations, holder) is { } settled)
        {
            return settled;
        }

        var organization = new Entity(Names.ConnectedOrganization, Writing.Created(call, body, Names.ConnectedOrganization));
        call.Store.ConnectedOrganizations.Add(organization);
        var answer = call.Created(organization);
        if (call.Behaviour.Shapes.EmptiesIdentitySources && answer.Body?.ContainsKey(Sources) == true)
        {
            answer.Body[Sources] = new JsonArray();
        }

        return answer;
    }

    private static Answer Update(Call call)
    {
        var organization = call.Organization();
        var body = Checked(call);
        Writing.RefuseEmptyName(body);
        if (body.ContainsKey(Sources) && call.Behaviour.OpenQuestions.IdentitySourcesPatch is IdentitySourcesPatch.Refused)
        {
            throw GraphErrorException.InvalidModel($"/{Sources}: they cannot be changed.");
        }

        if (call.Behaviour.OpenQuestions.IdentitySourcesPatch is IdentitySourcesPatch.Ignored)
        {
            body.Remove(Sources);
        }

        if (IdentitySources.Holder(call.Store, body[Sources] as JsonArray, but: organization) is not null)
        {
            Refusing.RefuseDuplicate(call.Behaviour.OpenQuestions.Duplicates.Organizations);
        }

        Writing.Patch(call, organization, body);
        return call.Patched(organization, call.Behaviour.Shapes.OrganizationPatch);
    }

    private static JsonObject Checked(Call call)
    {
        var body = call.Read(Names.ConnectedOrganization);
        Writing.RefuseNavigations(body, Names.ConnectedOrganization);
        IdentitySources.Check(body[Sources] as JsonArray);
        return body;
    }

    private static Answer Delete(Call call)
    {
        var organization = call.Organization();
        if (!call.Behaviour.DeletesOrganizationsInUse && call.Store.Policies.Any(policy => Subjects.NamedBy(policy.Members).Any(subject => subject.IsNamed(organization))))
        {
            throw Refusing.Deletion(
                call,
                "ConnectedOrganizationIsInUse",
                $"The connected organization '{organization.Text("displayName")}' cannot be deleted because a policy names it.");
        }

        call.Store.ConnectedOrganizations.Remove(organization);
        call.Deleted(organization);
        return Answer.NoContent;
    }
}
