using System.Xml.Linq;
using Reconciler.Emulator.Types;

namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class MetadataTests
{
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    [Fact]
    public async Task The_metadata_lists_every_type_and_needs_no_token()
    {
        await using var served = await Served.StartAsync();
        using var response = await served.Client.GetAsync("$metadata");
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/xml", response.Content.Headers.ContentType?.MediaType);
        var types = document.Descendants().Where(one => one.Name == Edm + "EntityType" || one.Name == Edm + "ComplexType").Select(one => one.Attribute("Name")?.Value);
        Assert.Equal(TypeTable.Types.Keys.Order(StringComparer.Ordinal), types.Order(StringComparer.Ordinal));
        Assert.Equal(TypeTable.Enums.Keys.Order(StringComparer.Ordinal), document.Descendants(Edm + "EnumType").Select(one => one.Attribute("Name")?.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_type_that_the_metadata_names_is_declared_in_it()
    {
        await using var served = await Served.StartAsync();
        var document = XDocument.Parse(await served.Client.GetStringAsync("$metadata"));
        var declared = document.Descendants().Where(one => one.Name.LocalName is "EntityType" or "ComplexType" or "EnumType").Select(one => $"microsoft.graph.{one.Attribute("Name")?.Value}").ToHashSet();

        var named = document.Descendants().SelectMany(one => new[] { one.Attribute("Type"), one.Attribute("BaseType"), one.Attribute("EntityType") })
            .OfType<XAttribute>().Select(one => one.Value.Replace("Collection(", "").TrimEnd(')')).Where(name => !name.StartsWith("Edm.", StringComparison.Ordinal));

        Assert.Empty(named.Except(declared));
        Assert.Contains(document.Descendants(Edm + "Property"), one => one.Attribute("Type")?.Value == "Edm.Duration");
    }
}
