using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Querying;

/// <summary>
/// Turns an entity into what Graph sends: every declared member that is no navigation, what the service defaults, then
/// members Graph does not declare; navigation properties only when asked for, questions of a policy always (contract 1.1, 7.5).
/// </summary>
internal sealed class Projection(Navigator navigator, SubjectNames subjects, string root, int? nestedPageSize, Sight sight)
{
    private const string TypeAnnotation = "@odata.type";

    public JsonObject Of(Entity entity, string declaredType, Shape shape)
    {
        var result = new JsonObject();
        if (entity.Type != declaredType || TypeTable.Types[declaredType].IsAbstract)
        {
            result[TypeAnnotation] = TypeTable.ToWire(entity.Type);
        }

        var chosen = Chosen(entity.Type, shape.Select);
        Fill(result, entity.Members, entity.Type, chosen);
        AddQuestions(result, entity, shape, chosen);
        foreach (var expansion in shape.Expand)
        {
            Expand(result, entity, expansion);
        }

        return result;
    }

    private static HashSet<string>? Chosen(string typeName, IReadOnlyList<string> select)
    {
        if (select.Count == 0 || select.Contains("*"))
        {
            return null;
        }

        return [.. select.Select(name => TypeTable.Member(typeName, name, StringComparison.OrdinalIgnoreCase)?.Name
            ?? throw GraphErrorException.InvalidQuery($"Could not find a property named '{name}' on type 'microsoft.graph.{typeName}'."))];
    }

    private void Fill(JsonObject result, JsonObject source, string typeName, HashSet<string>? chosen)
    {
        foreach (var member in TypeTable.MembersOf(typeName).Where(member => chosen?.Contains(member.Name) != false))
        {
            // A complex value holds what it navigates to, such as the question of an attribute; an entity does not.
            if (!member.IsNavigation || (!TypeTable.Types[typeName].IsEntity && source[member.Name] is not null))
            {
                result[member.Name] = Value(source, member);
            }
        }

        var unsent = Layout.Of(typeName).Unsent;
        foreach (var (name, value) in source)
        {
            if (chosen is null && name != TypeAnnotation && !unsent.Contains(name) && TypeTable.Member(typeName, name) is null)
            {
                result[name] = value?.DeepClone();
            }
        }

        if (result.ContainsKey("description") && subjects.NameOf(typeName, source) is { } displayName)
        {
            result["description"] = displayName;
        }
    }

    private JsonNode? Value(JsonObject source, GraphMember member)
    {
        var value = source[member.Name] ?? ServiceDefaults.For(member);
        if (member.IsCollection)
        {
            return new JsonArray([.. (value as JsonArray ?? []).Select(element => Structured(element, member.TypeName))]);
        }

        return Structured(value, member.TypeName);
    }

    private JsonNode? Structured(JsonNode? value, string declaredType)
    {
        if (value is not JsonObject source || !TypeTable.IsStructured(declaredType))
        {
            return value?.DeepClone();
        }

        var result = new JsonObject();
        var typeName = declaredType;
        if (source[TypeAnnotation] is { } annotation)
        {
            result[TypeAnnotation] = annotation.DeepClone();
            typeName = TypeTable.FromWire(annotation.GetValue<string>()) ?? declaredType;
        }

        Fill(result, source, typeName, chosen: null);
        return result;
    }

    private void AddQuestions(JsonObject result, Entity entity, Shape shape, HashSet<string>? chosen)
    {
        var isExpanded = shape.Expand.Any(expansion => string.Equals(expansion.Navigation, Names.Questions, StringComparison.OrdinalIgnoreCase));
        if (entity.Type == Names.Policy && !isExpanded && chosen?.Contains(Names.Questions) != false)
        {
            Expand(result, entity, new(Names.Questions, Shape.Plain));
        }
    }

    private void Expand(JsonObject result, Entity entity, Expansion expansion)
    {
        if (expansion.Navigation == "*")
        {
            foreach (var single in TypeTable.MembersOf(entity.Type).Where(member => member.IsNavigation && !member.IsCollection))
            {
                Expand(result, entity, expansion with { Navigation = single.Name });
            }

            return;
        }

        var member = TypeTable.Member(entity.Type, expansion.Navigation, StringComparison.OrdinalIgnoreCase);
        if (member is not { IsNavigation: true })
        {
            throw GraphErrorException.InvalidQuery(
                $"Could not find a navigation property named '{expansion.Navigation}' on type 'microsoft.graph.{entity.Type}'.");
        }

        var targets = navigator.Follow(entity, member.Name);
        if (!member.IsCollection)
        {
            result[member.Name] = targets.Select(target => Of(target, member.TypeName, expansion.Shape)).FirstOrDefault();
            return;
        }

        var all = sight.Listed(targets, member.TypeName, gone => gone.Parent == entity).ToList();
        var path = nestedPageSize is null ? null : NestedCollections.PathOf(entity, member.Name);
        var shown = path is null ? all.Count : Math.Min(all.Count, nestedPageSize ?? 0);
        result[member.Name] = new JsonArray([.. all.Take(shown).Select(target => Of(target, member.TypeName, expansion.Shape))]);
        if (shown < all.Count)
        {
            var options = expansion.Options.Select(Encoded).Append($"$skiptoken={SkipToken.Write(shown)}");
            result[$"{member.Name}@odata.nextLink"] = $"{root}{path}?{string.Join('&', options)}";
        }
    }

    private static string Encoded(string option) =>
        option.Split('=', 2) is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : option;
}
