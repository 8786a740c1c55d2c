using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>The people on both sides who vouch for a connected organization (contract 11).</summary>
internal static class SponsorRoutes
{
    private const string One = EntitlementManagement + "/connectedOrganizations/{id}/";

    public static readonly Route[] All = [.. Of(Names.InternalSponsors), .. Of(Names.ExternalSponsors)];

    private static Route[] Of(string list) =>
    [
        Route.Get(One + list, call => call.Page(new Listing(Names.DirectoryObject, call.Follow(call.Organization(), list), "id"))),
        Route.Post(One + list + "/$ref", call => Add(call, list)),
        Route.Delete(One + list + "/{objectId}/$ref", call => Remove(call, list)),
    ];

    private static Answer Add(Call call, string list)
    {
        var organization = call.Organization();
        var reference = ObjectReference.Read(call.Body, "users", "groups", "directoryObjects");
        var typeName = reference.Collection switch { "users" => Names.User, "groups" => Names.Group, _ => Names.DirectoryObject };
        var sponsor = call.Store.Find(typeName, reference.Id) ?? throw DirectoryRoutes.Missing(reference.Id);
        if (sponsor.Type is not (Names.User or Names.Group))
        {
            throw GraphErrorException.InvalidModel("/@odata.id: a sponsor is a user or a group.");
        }

        organization.Link(list, sponsor);
        return Answer.NoContent;
    }

    private static Answer Remove(Call call, string list) =>
        call.Organization().Unlink(list, call.Value("objectId"))
            ? Answer.NoContent
            : throw GraphErrorException.NotFound("ResourceNotFound", $"'{call.Value("objectId")}' is not among {list}.");
}
