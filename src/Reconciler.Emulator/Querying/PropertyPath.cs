using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Querying;

/// <summary>A path such as <c>catalog/id</c>, matched to the type table without regard to case (contract 1.1).</summary>
internal sealed class PropertyPath
{
    private readonly GraphMember[] _members;

    private PropertyPath(GraphMember[] members) => _members = members;

    public GraphMember Last => _members[^1];

    public string Text => string.Join('/', _members.Select(member => member.Name));

    public bool IsId => Last.Name is "id" or "objectId";

    public static PropertyPath Parse(string text, string typeName)
    {
        var members = new List<GraphMember>();
        var current = typeName;
        foreach (var name in text.Split('/'))
        {
            var member = TypeTable.Member(current, name, StringComparison.OrdinalIgnoreCase)
                ?? throw GraphErrorException.InvalidQuery($"Could not find a property named '{name}' on type 'microsoft.graph.{current}'.");
            members.Add(member);
            current = member.TypeName;
        }

        return new([.. members]);
    }

    public JsonNode? Read(Entity entity, Navigator navigator)
    {
        var owner = entity;
        JsonNode? value = entity.Members;
        foreach (var member in _members)
        {
            if (member.IsNavigation)
            {
                owner = owner is null ? null : navigator.Follow(owner, member.Name).FirstOrDefault();
                value = owner?.Members;
            }
            else
            {
                value = value is JsonObject holder ? holder[member.Name] ?? ServiceDefaults.For(member) : null;
            }
        }

        return value;
    }
}
