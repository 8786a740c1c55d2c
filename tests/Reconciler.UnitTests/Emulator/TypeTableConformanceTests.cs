using System.Xml.Linq;
using Reconciler.Emulator.Types;
using Reconciler.Tests.Metadata;
using Xunit.Abstractions;

namespace Reconciler.UnitTests.Emulator;

public sealed class TypeTableConformanceTests(ITestOutputHelper output)
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [FactAgainstMetadata]
    public void Every_type_of_the_table_is_what_the_metadata_says_it_is()
    {
        var metadata = Types();
        var table = TypeTable.Types;
        output.WriteLine($"Comparing {table.Count} types and {TypeTable.Enums.Count} enumerations with {MetadataFile.Locate()}.");

        Assert.Multiple([.. table.Select(type => (Action)(() =>
        {
            Assert.True(metadata.TryGetValue(type.Key, out var expected), $"{type.Key} is not in the metadata.");
            Assert.Equal(Describe(type.Key, expected), Describe(type.Value));
        }))]);
    }

    [FactAgainstMetadata]
    public void Every_enumeration_of_the_table_is_what_the_metadata_says_it_is()
    {
        var metadata = Enums();

        Assert.Multiple([.. TypeTable.Enums.Values.Select(type => (Action)(() => Assert.Equal(metadata.GetValueOrDefault(type.Name), string.Join(", ", type.Members))))]);
    }

    [FactAgainstMetadata]
    public void Nothing_that_can_be_reached_from_the_table_is_missing_in_it()
    {
        var metadata = Types();
        var enums = Enums();
        var known = TypeTable.Types;
        var reached = metadata.Where(type => known.ContainsKey(type.Key)).SelectMany(type => Members(type.Value).Select(TypeOf)
            .Append(Short(type.Value.Attribute("BaseType")?.Value) ?? type.Key));
        var derived = metadata.Where(type => Short(type.Value.Attribute("BaseType")?.Value) is { } name && name != "entity" && known.ContainsKey(name)).Select(type => type.Key);

        var missing = reached.Concat(derived).Distinct()
            .Where(name => (metadata.ContainsKey(name) && !known.ContainsKey(name)) || (enums.ContainsKey(name) && !TypeTable.Enums.ContainsKey(name)));

        Assert.Empty(missing);
    }

    private static string Describe(GraphType type)
    {
        var heading = $"{(type.IsAbstract ? "abstract " : "")}{(type.IsEntity ? "entity" : "complex")} {type.Name} : {type.BaseName}";
        var members = type.Members.Select(member =>
            $"{(member.IsNavigation ? "nav " : "")}{member.Name}: {member.TypeName}{(member.IsCollection ? "[]" : "")}{(member.IsNullable ? "?" : "")}");
        return string.Join('\n', members.Order(StringComparer.Ordinal).Prepend(heading));
    }

    private static IEnumerable<(string Name, XElement Element)> All() =>
        XDocument.Load(MetadataFile.Locate() ?? throw new FileNotFoundException("The metadata went away."))
            .Descendants(Edm + "Schema")
            .SelectMany(schema => schema.Elements().Where(element => element.Name.LocalName is "ComplexType" or "EntityType" or "EnumType")
                .Select(element => (Short($"{schema.Attribute("Namespace")?.Value}.{element.Attribute("Name")?.Value}") ?? "", element)));

    private static Dictionary<string, XElement> Types() =>
        All().Where(type => type.Element.Name.LocalName != "EnumType").ToDictionary(type => type.Name, type => type.Element);

    private static Dictionary<string, string> Enums() =>
        All().Where(type => type.Element.Name.LocalName == "EnumType")
            .ToDictionary(type => type.Name, type => string.Join(", ", type.Element.Elements(Edm + "Member").Select(member => member.Attribute("Name")?.Value)));

    private static IEnumerable<XElement> Members(XElement type) =>
        type.Elements().Where(element => element.Name.LocalName is "Property" or "NavigationProperty");

    private static string Describe(string name, XElement type)
    {
        var heading = $"{(type.Attribute("Abstract")?.Value == "true" ? "abstract " : "")}{(type.Name.LocalName == "EntityType" ? "entity" : "complex")} {name} : {Short(type.Attribute("BaseType")?.Value)}";
        return string.Join('\n', Members(type).Select(Describe).Order(StringComparer.Ordinal).Prepend(heading));
    }

    private static string Describe(XElement member)
    {
        var isCollection = member.Attribute("Type")?.Value.StartsWith("Collection(", StringComparison.Ordinal) == true;
        return $"{(member.Name.LocalName == "NavigationProperty" ? "nav " : "")}{member.Attribute("Name")?.Value}: {TypeOf(member)}{(isCollection ? "[]" : "")}{(member.Attribute("Nullable")?.Value == "false" ? "" : "?")}";
    }

    private static string TypeOf(XElement member)
    {
        var type = member.Attribute("Type")?.Value ?? "";
        type = type.StartsWith("Collection(", StringComparison.Ordinal) ? type["Collection(".Length..^1] : type;
        return type.StartsWith("Edm.", StringComparison.Ordinal) ? type["Edm.".Length..] : Short(type) ?? "";
    }

    private static string? Short(string? name) => name?.StartsWith("microsoft.graph.", StringComparison.Ordinal) == true ? name["microsoft.graph.".Length..] : name;
}
