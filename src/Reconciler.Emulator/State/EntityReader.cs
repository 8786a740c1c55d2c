using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.State;

/// <summary>Reads one object of the state with all it holds; times left out become <paramref name="now"/>.</summary>
internal sealed class EntityReader(string now)
{
    private const string TypeAnnotation = "@odata.type";

    // Parts nobody refers to by hand may come without an id.
    private static readonly string[] NamelessTypes =
        [Names.Question, Names.StageSetting, Names.CalloutExtension, Names.ResourceRole, Names.ResourceScope, Names.RoleScope, Names.Settings, Names.Site];

    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);

    public Entity Read(JsonObject source, string declaredType, string pointer) => Read(source, declaredType, pointer, parentId: "", isReference: false);

    public static string Guid(JsonObject source, string pointer) =>
        Text(source, "id", pointer) is { } id && System.Guid.TryParse(id, out _)
            ? id
            : throw new TenantStateException($"{pointer}/id: expected a GUID.");

    public static string? Text(JsonObject source, string member, string pointer) => source[member] switch
    {
        null => null,
        { } value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => throw new TenantStateException($"{pointer}/{member}: expected a text."),
    };

    private Entity Read(JsonObject source, string declaredType, string pointer, string parentId, bool isReference)
    {
        var layout = Layout.Of(declaredType);
        var members = Own(source, declaredType, layout, pointer);
        var typeName = Text(members, TypeAnnotation, pointer) is { } annotation ? TypeTable.FromWire(annotation) ?? declaredType : declaredType;
        members.Remove(TypeAnnotation);
        members["id"] = Id(source, declaredType, pointer, parentId);
        if (!isReference)
        {
            AddTimes(members, typeName);
        }

        var entity = new Entity(typeName, members);
        foreach (var link in layout.Links.Where(link => source[link] is not null))
        {
            entity.SetLinks(link, Text(source, link, pointer) ?? "");
        }

        foreach (var list in layout.LinkLists)
        {
            entity.SetLinks(list, Elements(source, list, pointer).Select(element => LinkedId(element.Element, element.Pointer)));
        }

        foreach (var (member, typeOfChild) in layout.Children)
        {
            foreach (var (element, place) in Elements(source, member, pointer))
            {
                var child = element as JsonObject ?? throw new TenantStateException($"{place}: expected an object.");
                entity.Add(member, Read(child, typeOfChild, place, entity.Id, isReference: member == Names.CustomExtension));
            }
        }

        return entity;
    }

    private void AddTimes(JsonObject members, string typeName)
    {
        foreach (var name in (string[])["createdDateTime", "modifiedDateTime", "lastModifiedDateTime"])
        {
            if (TypeTable.Member(typeName, name) is not null)
            {
                members[name] ??= now;
            }
        }
    }

    private static JsonObject Own(JsonObject source, string declaredType, Layout layout, string pointer)
    {
        var own = new JsonObject();
        foreach (var (name, value) in source)
        {
            var isTarget = declaredType == Names.RoleScope && name is "role" or "scope";
            if (!layout.Holds(name) && !isTarget)
            {
                own[name] = value?.DeepClone();
            }
        }

        own["id"] ??= "";
        try
        {
            return new BodyReader(keepsUnknownMembers: true).Read(own, declaredType);
        }
        catch (TypeMismatchException mismatch)
        {
            throw new TenantStateException($"{pointer}{mismatch.Pointer}: {mismatch.Message}", mismatch);
        }
    }

    private string Id(JsonObject source, string declaredType, string pointer, string parentId)
    {
        if (NamelessTypes.Contains(declaredType))
        {
            return Text(source, "id", pointer) ?? DerivedId.From(parentId, pointer);
        }

        var id = Guid(source, pointer);
        return _ids.Add(id) ? id : throw new TenantStateException($"{pointer}/id: '{id}' is the id of something else already.");
    }

    private static IEnumerable<(JsonNode? Element, string Pointer)> Elements(JsonObject source, string member, string pointer) => source[member] switch
    {
        null => [],
        JsonArray elements => elements.Select((element, index) => (element, $"{pointer}/{member}/{index}")),
        JsonObject single when member == Names.CustomExtension => [(single, $"{pointer}/{member}")],
        _ => throw new TenantStateException($"{pointer}/{member}: expected a list."),
    };

    private static string LinkedId(JsonNode? element, string pointer) =>
        element?.GetValueKind() is JsonValueKind.String ? element.GetValue<string>() : throw new TenantStateException($"{pointer}: expected an id.");
}
