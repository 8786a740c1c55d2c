using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Gives a resource the roles and the root scope that its origin has (contract 4.1, 4.4, 4.5).</summary>
internal static class OriginRoles
{
    /// <summary>Fills what is empty: a state may say the roles itself.</summary>
    public static void Materialise(Entity resource, Origin origin, Func<string> newId)
    {
        if (resource.Children(Names.Roles).Count == 0)
        {
            AddMissing(resource, origin, newId);
        }

        if (resource.Children(Names.Scopes).Count == 0)
        {
            resource.Add(Names.Scopes, new(Names.ResourceScope, new JsonObject
            {
                ["id"] = newId(),
                ["displayName"] = "Root",
                ["description"] = "Root Scope",
                ["isRootScope"] = true,
                ["originId"] = origin.Id,
                ["originSystem"] = origin.System,
            }));
        }
    }

    /// <summary>Adds roles that the origin has got since. None is taken away: packages may grant it.</summary>
    public static void AddMissing(Entity resource, Origin origin, Func<string> newId)
    {
        foreach (var role in origin.Roles.Where(role => !resource.Children(Names.Roles).Any(present => IsSame(present, role))).ToList())
        {
            var members = new JsonObject
            {
                ["id"] = newId(),
                ["displayName"] = role.DisplayName,
                ["originId"] = role.OriginId,
                ["originSystem"] = origin.System,
            };
            if (role.Description is { } description)
            {
                members["description"] = description;
            }

            resource.Add(Names.Roles, new(Names.ResourceRole, members));
        }
    }

    private static bool IsSame(Entity present, OriginRole role) =>
        string.Equals(present.Text("originId"), role.OriginId, StringComparison.OrdinalIgnoreCase);
}
