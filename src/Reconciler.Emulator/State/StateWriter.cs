using System.Text.Json.Nodes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.State;

/// <summary>Writes a tenant as state: nested like the domain, members in a fixed order, nulls left out.</summary>
internal static class StateWriter
{
    private const string TypeAnnotation = "@odata.type";

    private static readonly string[] First = [TypeAnnotation, "id", "displayName", "description", "userPrincipalName"];

    public static JsonObject Write(TenantStore store)
    {
        var state = new JsonObject
        {
            ["format"] = StateFormat.Name,
            ["version"] = StateFormat.Version,
            ["organization"] = new JsonObject
            {
                ["id"] = store.Organization.Id,
                ["displayName"] = store.Organization.DisplayName,
                ["domain"] = store.Organization.Domain,
            },
            ["users"] = All(store.Users, Names.User),
            ["groups"] = All(store.Groups, Names.Group),
        };
        if (store.SubscribedSkus is { } licences)
        {
            state["subscribedSkus"] = licences.DeepClone();
        }

        AddIfAny(state, "servicePrincipals", store.ServicePrincipals, Names.ServicePrincipal);
        AddIfAny(state, "environments", store.Environments, Names.Environment);
        AddIfAny(state, "sites", store.Sites, Names.Site);
        if (store.Invitations is { } invitations)
        {
            state["invitations"] = invitations.DeepClone();
        }

        state["settings"] = One(store.Settings, Names.Settings);
        AddIfAny(state, "connectedOrganizations", store.ConnectedOrganizations, Names.ConnectedOrganization);
        state["catalogs"] = All(store.Catalogs, Names.Catalog);
        AddIfAny(state, "roleAssignments", store.RoleAssignments, Names.RoleAssignment);
        state["resourceRequests"] = All(store.ResourceRequests, Names.ResourceRequest);
        state["assignments"] = All(store.Assignments, Names.Assignment);
        AddIfAny(state, "assignmentRequests", store.AssignmentRequests, Names.AssignmentRequest);
        if (store.Schedule.Events.Count > 0)
        {
            state["schedule"] = store.Schedule.Write();
        }

        return state;
    }

    /// <summary>One entity as it stands in a state, with its parts and without what is saved by itself (<see cref="Layout.HoldsMany"/>).</summary>
    public static JsonObject WithoutMany(Entity entity) => One(entity, DeclaredType(entity), withMany: false);

    private static string DeclaredType(Entity entity) =>
        entity.Section?.TypeName
        ?? Layout.Of(entity.Parent?.Type ?? "").Children.Where(child => child.Member == entity.Navigation).Select(child => child.TypeName).FirstOrDefault(entity.Type);

    // Most tenants have few of these; a file without them reads as the files of before did.
    private static void AddIfAny(JsonObject state, string section, Section entities, string declaredType)
    {
        if (entities.Count > 0)
        {
            state[section] = All(entities, declaredType);
        }
    }

    private static JsonArray All(IEnumerable<Entity> entities, string declaredType) =>
        new([.. entities.Select(entity => One(entity, declaredType))]);

    /// <summary>One entity as it stands in a state, with all it holds.</summary>
    public static JsonObject One(Entity entity) => One(entity, DeclaredType(entity));

    private static JsonObject One(Entity entity, string declaredType, bool withMany = true)
    {
        var result = Ordered(entity.Members, entity.Type);
        if (entity.Type != declaredType)
        {
            result.Insert(0, TypeAnnotation, TypeTable.ToWire(entity.Type));
        }

        var layout = Layout.Of(entity.Type);
        foreach (var link in layout.Links.Where(link => entity.Link(link) is not null))
        {
            result[link] = entity.Link(link);
        }

        foreach (var list in layout.LinkLists.Where(list => entity.Links(list).Count > 0))
        {
            result[list] = new JsonArray([.. entity.Links(list).Select(id => JsonValue.Create(id))]);
        }

        if (entity.Type == Names.RoleScope)
        {
            result["role"] = Target(entity, Names.Roles, Names.RoleLink);
            result["scope"] = Target(entity, Names.Scopes, Names.ScopeLink);
        }

        foreach (var (member, typeName) in layout.Children.Where(child => (withMany || !layout.HoldsMany) && entity.Children(child.Member).Count > 0))
        {
            result[member] = member == Names.CustomExtension
                ? One(entity.Children(member)[0], typeName)
                : All(entity.Children(member), typeName);
        }

        return result;
    }

    private static JsonObject? Target(Entity roleScope, string navigation, string link) =>
        roleScope.Parent?.Parent?.Children(Names.Resources)
            .SelectMany(resource => resource.Children(navigation))
            .Where(target => roleScope.Link(link) is { } id && target.HasId(id))
            .Select(target => Ordered(target.Members, target.Type))
            .FirstOrDefault();

    private static JsonObject Ordered(JsonObject source, string typeName)
    {
        var result = new JsonObject();
        foreach (var name in First.Concat(TypeTable.MembersOf(typeName).Select(member => member.Name))
            .Concat(source.Select(member => member.Key).Order(StringComparer.Ordinal)).Distinct())
        {
            if (source[name] is { } value)
            {
                result[name] = Ordered(value, TypeTable.Member(typeName, name)?.TypeName);
            }
        }

        return result;
    }

    private static JsonNode? Ordered(JsonNode? value, string? declaredType) => value switch
    {
        JsonObject source when declaredType is not null && TypeTable.IsStructured(declaredType) => Ordered(source, ActualType(source, declaredType)),
        JsonArray elements => new JsonArray([.. elements.Select(element => Ordered(element, declaredType))]),
        _ => value?.DeepClone(),
    };

    private static string ActualType(JsonObject source, string declaredType) =>
        source[TypeAnnotation] is { } annotation ? TypeTable.FromWire(annotation.GetValue<string>()) ?? declaredType : declaredType;
}
