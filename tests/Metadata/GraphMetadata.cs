using System.Xml.Linq;

namespace Reconciler.Tests.Metadata;

/// <summary>What Graph v1.0 declares: types, enumerations, actions, and where everything begins.</summary>
internal sealed class GraphMetadata
{
    private const string Graph = "microsoft.graph.";
    private readonly Dictionary<string, XElement> _declared;
    private readonly Dictionary<string, MetadataType> _types = new(StringComparer.Ordinal);
    private readonly ILookup<string, XElement> _operations;

    private GraphMetadata(XDocument document)
    {
        var schemas = document.Descendants().Where(element => element.Name.LocalName == "Schema").ToList();
        _declared = schemas.SelectMany(schema => schema.Elements()
                .Where(element => element.Name.LocalName is "EntityType" or "ComplexType" or "EnumType")
                .Select(element => (Name: $"{(string?)schema.Attribute("Namespace")}.{(string?)element.Attribute("Name")}", element)))
            .ToDictionary(pair => pair.Name, pair => pair.element, StringComparer.Ordinal);
        _operations = schemas.SelectMany(schema => schema.Elements())
            .Where(element => element.Name.LocalName is "Action" or "Function")
            .ToLookup(element => (string?)element.Attribute("Name") ?? "", StringComparer.Ordinal);
        var container = schemas.SelectMany(schema => schema.Elements()).Single(element => element.Name.LocalName == "EntityContainer");
        Roots = container.Elements().ToDictionary(
            root => (string?)root.Attribute("Name") ?? "",
            root => root.Attribute("EntityType") is { } many
                ? new MetadataMember(many.Value, IsCollection: true, IsNavigation: true, IsNullable: true)
                : new MetadataMember((string?)root.Attribute("Type") ?? "", IsCollection: false, IsNavigation: true, IsNullable: true),
            StringComparer.Ordinal);
    }

    /// <summary>Entity sets and singletons by name.</summary>
    public IReadOnlyDictionary<string, MetadataMember> Roots { get; }

    public static GraphMetadata Read(string path) => new(XDocument.Load(path));

    /// <summary>The type; null where it is no structured type of the excerpt.</summary>
    public MetadataType? Find(string name)
    {
        lock (_types)
        {
            return _types.GetValueOrDefault(name) ?? (_declared.GetValueOrDefault(name) is { } element && element.Name.LocalName != "EnumType"
                ? _types[name] = Make(name, element)
                : null);
        }
    }

    /// <summary>The members of an enumeration; null where it is none.</summary>
    public IReadOnlyCollection<string>? Literals(string name) =>
        _declared.GetValueOrDefault(name) is { Name.LocalName: "EnumType" } element
            ? [.. element.Elements().Select(member => (string?)member.Attribute("Name") ?? "")]
            : null;

    /// <summary>The type that an annotation names: <c>#microsoft.graph.user</c>.</summary>
    public MetadataType? FromWire(string annotation) => Find(annotation.TrimStart('#'));

    public bool IsA(string name, string ancestor) =>
        name == ancestor || (Find(name)?.BaseName is { } parent && IsA(parent, ancestor));

    /// <summary>The parameters of an action or function that is bound to the type; null where there is none.</summary>
    public IReadOnlyDictionary<string, MetadataMember>? Operation(string name, MetadataMember boundTo)
    {
        foreach (var operation in _operations[name.StartsWith(Graph, StringComparison.Ordinal) ? name[Graph.Length..] : name])
        {
            var parameters = operation.Elements().Where(element => element.Name.LocalName == "Parameter")
                .Select(parameter => ((string?)parameter.Attribute("Name") ?? "", Member(parameter, isNavigation: false)))
                .ToList();
            if (parameters is [(_, var binding), ..] && binding.IsCollection == boundTo.IsCollection && IsA(boundTo.TypeName, binding.TypeName))
            {
                return parameters.Skip(1).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
            }
        }

        return null;
    }

    private static MetadataMember Member(XElement element, bool isNavigation) => MetadataMember.Of(
        (string?)element.Attribute("Type") ?? "", isNavigation, (string?)element.Attribute("Nullable") != "false");

    private MetadataType Make(string name, XElement element)
    {
        var baseName = (string?)element.Attribute("BaseType");
        var parent = baseName is null ? null : Find(baseName);
        var members = new Dictionary<string, MetadataMember>(parent?.Members ?? new Dictionary<string, MetadataMember>(), StringComparer.Ordinal);
        foreach (var member in element.Elements().Where(child => child.Name.LocalName is "Property" or "NavigationProperty"))
        {
            members[(string?)member.Attribute("Name") ?? ""] = Member(member, member.Name.LocalName == "NavigationProperty");
        }

        return new MetadataType(
            name, baseName, (string?)element.Attribute("Abstract") == "true", parent?.IsOpen == true || (string?)element.Attribute("OpenType") == "true", members);
    }
}
