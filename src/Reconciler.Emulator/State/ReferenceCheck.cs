namespace Reconciler.Emulator.State;

/// <summary>Refuses a state whose links lead nowhere. Targets, sponsors and principals may be gone: people leave.</summary>
internal static class ReferenceCheck
{
    public static void Check(TenantStore store)
    {
        var users = Ids(store.Users);
        var directory = Ids(store.Directory);
        var packages = Ids(store.Packages);
        var policies = Ids(store.Policies);
        var environments = Ids(store.Environments);
        foreach (var user in store.Users)
        {
            Require(users, user, Names.ManagerLink, "users");
        }

        foreach (var group in store.Groups)
        {
            Require(directory, group, Names.Owners, "groups");
            Require(directory, group, Names.GroupMembers, "groups");
        }

        foreach (var package in store.Packages)
        {
            Require(packages, package, Names.IncompatiblePackages, "catalogs");
        }

        foreach (var resource in store.Resources)
        {
            Require(environments, resource, Names.EnvironmentLink, "catalogs");
        }

        foreach (var assignment in store.Assignments)
        {
            if (assignment.Link(Names.PackageLink) is null || assignment.Link(Names.TargetLink) is null)
            {
                throw new TenantStateException($"/assignments: '{assignment.Id}' needs {Names.PackageLink} and {Names.TargetLink}.");
            }

            Require(packages, assignment, Names.PackageLink, "assignments");
            Require(policies, assignment, Names.PolicyLink, "assignments");
        }
    }

    private static HashSet<string> Ids(IEnumerable<Entity> entities) =>
        entities.Select(entity => entity.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static void Require(HashSet<string> known, Entity entity, string link, string section)
    {
        if (entity.Links(link).FirstOrDefault(id => !known.Contains(id)) is { } missing)
        {
            throw new TenantStateException($"/{section}: '{entity.Id}' names '{missing}' as {link}, which does not exist.");
        }
    }
}
