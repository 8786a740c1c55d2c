using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Who a request is for, and whether what they have or belong to stands in the way (contract 5.1, 5.2, 8).</summary>
internal static class AssignmentTargets
{
    public static Entity Find(TenantStore store, WantedAssignment wanted)
    {
        if (wanted.TargetId is { } id)
        {
            return store.Find(Names.User, id) ?? store.Find(Names.ServicePrincipal, id)
                ?? throw GraphErrorException.BadRequest("TargetNotFound", $"The target '{id}' was not found in the directory.");
        }

        var email = wanted.Email ?? throw GraphErrorException.InvalidModel("/assignment/targetId: it is required.");
        var user = store.Users.Find(user => user.Text("mail") is { } mail && Likeness.AreSame(mail, email))
            ?? throw GraphErrorException.NotImplemented("inviting people who are not in the directory");
        return user.Members["accountEnabled"] is not null && !user.Is("accountEnabled")
            ? throw GraphErrorException.BadRequest("TargetIsBlocked", $"'{email}' is blocked from signing in; name them by targetId.")
            : user;
    }

    public static void RefuseIncompatible(TenantStore store, Entity package, Entity target)
    {
        var held = package.Links(Names.IncompatiblePackages).FirstOrDefault(other =>
            store.LiveAssignmentsOf(Names.PackageLink, other).Any(assignment => assignment.Link(Names.TargetLink) is { } id && target.HasId(id)));
        if (held is not null)
        {
            throw GraphErrorException.BadRequest("IncompatibleAccessPackage", $"The target holds the incompatible access package '{held}'.");
        }

        if (package.Links(Names.IncompatibleGroups).FirstOrDefault(group => IsMember(store, group, target, [])) is { } joined)
        {
            throw GraphErrorException.BadRequest("IncompatibleGroup", $"The target is a member of the incompatible group '{joined}'.");
        }
    }

    private static bool IsMember(TenantStore store, string groupId, Entity target, HashSet<string> seen) =>
        seen.Add(groupId)
        && store.Find(Names.Group, groupId) is { } group
        && group.Links(Names.GroupMembers).Any(member => target.HasId(member) || IsMember(store, member, target, seen));
}
