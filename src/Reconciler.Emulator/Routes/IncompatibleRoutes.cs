using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Packages and groups whose holders and members cannot have a package (contract 5.1, 5.2). The relation has one direction.</summary>
internal static class IncompatibleRoutes
{
    private const string One = EntitlementManagement + "/accessPackages/{id}/";
    private const string Packages = One + Names.IncompatiblePackages;
    private const string Groups = One + Names.IncompatibleGroups;

    public static readonly Route[] All =
    [
        Route.Get(Packages, call => List(call, Names.IncompatiblePackages, Names.Package)),
        Route.Post(Packages + "/$ref", AddPackage),
        Route.Delete(Packages + "/{otherId}/$ref", call => Remove(call, Names.IncompatiblePackages)),
        Route.Get(Groups, call => List(call, Names.IncompatibleGroups, Names.Group)),
        Route.Post(Groups + "/$ref", AddGroup),
        Route.Delete(Groups + "/{otherId}/$ref", call => Remove(call, Names.IncompatibleGroups)),
        Route.Get(One + Names.IncompatibleWith, call => List(call, Names.IncompatibleWith, Names.Package)),
    ];

    private static Answer List(Call call, string navigation, string typeName) =>
        call.Page(new Listing(typeName, call.Follow(call.Package(call.Value("id")), navigation), "id", "displayName"));

    private static Answer AddPackage(Call call)
    {
        var package = call.Package(call.Value("id"));
        var other = call.Package(ObjectReference.Read(call.Body, Names.AccessPackages).Id);
        if (other == package)
        {
            throw GraphErrorException.InvalidModel("/@odata.id: an access package cannot be incompatible with itself.");
        }

        return Add(package, Names.IncompatiblePackages, other);
    }

    private static Answer AddGroup(Call call)
    {
        var package = call.Package(call.Value("id"));
        var id = ObjectReference.Read(call.Body, "groups", "directoryObjects").Id;
        var group = call.Store.Find(Names.Group, id) ?? throw DirectoryRoutes.Missing(id);
        if (group.Members["securityEnabled"] is not null && !group.Is("securityEnabled"))
        {
            throw GraphErrorException.InvalidModel($"/@odata.id: the group '{group.Text("displayName")}' is not security-enabled.");
        }

        return Add(package, Names.IncompatibleGroups, group);
    }

    private static Answer Add(Entity package, string list, Entity other)
    {
        package.Link(list, other);
        return Answer.NoContent;
    }

    private static Answer Remove(Call call, string list) =>
        call.Package(call.Value("id")).Unlink(list, call.Value("otherId"))
            ? Answer.NoContent
            : throw GraphErrorException.NotFound("ResourceNotFound", $"'{call.Value("otherId")}' is not among {list}.");
}
