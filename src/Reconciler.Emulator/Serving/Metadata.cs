using System.Xml.Linq;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Serving;

/// <summary>What the emulator knows of Graph's types, as the document that Graph describes itself with (<c>$metadata</c>).</summary>
internal static class Metadata
{
    private const string Namespace = "microsoft.graph";

    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    // Where the collections of the directory stand; those of entitlement management hang below a singleton that the table does not have.
    private static readonly (string Name, string TypeName)[] Sets =
    [
        ("directoryObjects", "directoryObject"), ("groups", "group"), ("servicePrincipals", "servicePrincipal"), ("sites", "site"), ("users", "user"),
    ];

    public static string Write()
    {
        var schema = new XElement(Edm + "Schema", new XAttribute("Namespace", Namespace),
            TypeTable.Enums.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(Enumeration),
            TypeTable.Types.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(Structured),
            new XElement(Edm + "EntityContainer", new XAttribute("Name", "GraphService"),
                Sets.Select(set => new XElement(Edm + "EntitySet", new XAttribute("Name", set.Name), new XAttribute("EntityType", $"{Namespace}.{set.TypeName}")))));
        var document = new XElement(Edmx + "Edmx", new XAttribute("Version", "4.0"), new XAttribute(XNamespace.Xmlns + "edmx", Edmx), new XElement(Edmx + "DataServices", schema));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}\n";
    }

    private static XElement Enumeration(GraphEnum one) =>
        new(Edm + "EnumType", new XAttribute("Name", one.Name), one.Members.Select(member => new XElement(Edm + "Member", new XAttribute("Name", member))));

    private static XElement Structured(GraphType type) => new(
        Edm + (type.IsEntity ? "EntityType" : "ComplexType"),
        new XAttribute("Name", type.Name),
        type.BaseName is { } name ? new XAttribute("BaseType", $"{Namespace}.{name}") : null,
        type.IsAbstract ? new XAttribute("Abstract", "true") : null,
        type is { IsEntity: true, BaseName: null } ? new XElement(Edm + "Key", new XElement(Edm + "PropertyRef", new XAttribute("Name", "id"))) : null,
        type.Members.Select(Member));

    private static XElement Member(GraphMember member)
    {
        var name = TypeTable.IsStructured(member.TypeName) || TypeTable.Enums.ContainsKey(member.TypeName) ? $"{Namespace}.{member.TypeName}" : $"Edm.{member.TypeName}";
        return new(
            Edm + (member.IsNavigation ? "NavigationProperty" : "Property"),
            new XAttribute("Name", member.Name),
            new XAttribute("Type", member.IsCollection ? $"Collection({name})" : name),
            member.IsNullable ? null : new XAttribute("Nullable", "false"));
    }
}
