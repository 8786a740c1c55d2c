using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>How a checked body becomes members of an entity (contract 23): what only the service sets is ignored, PATCH merges.</summary>
internal static class Writing
{
    private static readonly string[] ServiceMembers = ["id", "createdDateTime", "modifiedDateTime", "lastModifiedDateTime", "createdBy", "lastModifiedBy", "catalogType"];

    // Graph has two names for it.
    private static readonly string[] TimesOfChange = ["modifiedDateTime", "lastModifiedDateTime"];

    public static JsonObject Created(Call call, JsonObject body, string typeName)
    {
        var now = call.Now();
        var members = new JsonObject { ["id"] = call.NewId() };
        Merge(members, body, typeName);
        members["createdDateTime"] = now;
        if (Sight.Watches(call.Behaviour) && Layout.Of(typeName).Unsent.Contains(Names.AcceptedAt))
        {
            members[Names.AcceptedAt] = now;
        }

        Stamp(members, typeName, now);
        return members;
    }

    /// <summary>Top-level members one by one; a complex value replaces the one before as a whole.</summary>
    public static void Patch(Call call, Entity entity, JsonObject body)
    {
        var members = entity.Edit();
        Merge(members, body, entity.Type);
        Stamp(members, entity.Type, call.Now());
    }

    public static void RequireName(JsonObject body)
    {
        if (Finding.Text(body, "displayName") is null)
        {
            throw GraphErrorException.InvalidModel("/displayName: it is required.");
        }
    }

    public static void RefuseEmptyName(JsonObject body)
    {
        if (body.ContainsKey("displayName"))
        {
            RequireName(body);
        }
    }

    /// <summary>Navigation members cannot be written along, but for those named.</summary>
    public static void RefuseNavigations(JsonObject body, string typeName, params IReadOnlyList<string> allowed)
    {
        var refused = body.Select(member => member.Key)
            .FirstOrDefault(name => TypeTable.Member(typeName, name) is { IsNavigation: true } && !allowed.Contains(name));
        if (refused is not null)
        {
            throw GraphErrorException.InvalidModel($"/{refused}: it cannot be written together with its parent.");
        }
    }

    private static void Stamp(JsonObject members, string typeName, string now)
    {
        foreach (var name in TimesOfChange.Where(name => TypeTable.Member(typeName, name) is not null))
        {
            members[name] = now;
        }
    }

    private static void Merge(JsonObject members, JsonObject body, string typeName)
    {
        foreach (var (name, value) in body)
        {
            if (!ServiceMembers.Contains(name) && name != "@odata.type" && TypeTable.Member(typeName, name) is not { IsNavigation: true })
            {
                members[name] = value?.DeepClone();
            }
        }
    }
}
