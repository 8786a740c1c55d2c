using System.Xml.Linq;
using Reconciler.Entitlements.Fields;
using Reconciler.Tests.Metadata;
using Reconciler.UnitTests.Emulator;

namespace Reconciler.UnitTests.Conventions;

/// <summary>Holds the tables against Graph's own metadata: every member of what is managed has a key, or a reason why not.</summary>
public sealed class GraphMembersTests
{
    // What a declaration is about; everything that these hold is looked at too.
    private static readonly string[] Roots =
    [
        "entitlementManagementSettings", "unifiedRoleAssignment", "connectedOrganization", "accessPackageCatalog", "accessPackage",
        "accessPackageAssignmentPolicy", "accessPackageResource", "customCalloutExtension", "accessPackageAssignment",
    ];

    // The directory's, and what only tells of a run.
    private static readonly HashSet<string> Others =
    [
        "entity", "directoryObject", "user", "group", "servicePrincipal", "accessPackageSubject", "unifiedRoleDefinition", "appScope",
        "customDataProvidedResourceUploadSession", "identity", "customExtensionCalloutInstance",
    ];

    [FactAgainstMetadata]
    public void Every_member_of_Graph_has_a_key_or_a_reason_why_not()
    {
        var members = Members();

        Assert.InRange(members.Count, 150, 400);
        Assert.Empty(members.Except(Modelled()).Except(NotModelled.All.Select(n => n.Member)).Order());
    }

    [FactAgainstMetadata]
    public void No_table_names_a_member_that_Graph_does_not_have() =>
        Assert.Empty(Modelled().Concat(NotModelled.All.Select(n => n.Member)).Where(m => !m.EndsWith(".@odata.type", StringComparison.Ordinal)).Except(Members()).Order());

    [Fact]
    public void Nothing_is_both_modelled_and_not()
    {
        Assert.Empty(Modelled().Intersect(NotModelled.All.Select(n => n.Member)));
        Assert.Equal(NotModelled.All.Length, NotModelled.All.Select(n => n.Member).Distinct().Count());
        Assert.All(NotModelled.All, n => Assert.EndsWith(".", n.Reason, StringComparison.Ordinal));
    }

    private static HashSet<string> Modelled() => Language.Tables
        .SelectMany(table => table.Settings.SelectMany(Rows.Of).SelectMany(row => row.Graph)
            .Concat(table.Header.SelectMany(header => header.Graph).Where(member => !table.IsSingle).Select(member => $"{table.GraphTypes[0]}.{member}")))
        .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Members()
    {
        var path = MetadataFile.Locate() ?? throw new FileNotFoundException("The metadata went away.");
        var types = XDocument.Load(path).Descendants()
            .Where(e => e.Name.LocalName is "ComplexType" or "EntityType")
            .ToDictionary(e => (string?)e.Attribute("Name") ?? "", e => e);
        var heirs = types.Values.ToLookup(e => Last((string?)e.Attribute("BaseType") ?? ""), e => (string?)e.Attribute("Name") ?? "");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var todo = new Queue<string>(Roots);
        while (todo.TryDequeue(out var name))
        {
            if (!Others.Contains(name) && types.TryGetValue(name, out var type) && seen.Add(name))
            {
                foreach (var next in heirs[name].Append(Last((string?)type.Attribute("BaseType") ?? "")).Concat(Properties(type).Select(p => Last((string?)p.Attribute("Type") ?? ""))))
                {
                    todo.Enqueue(next);
                }
            }
        }

        return seen.SelectMany(name => Properties(types[name]).Select(p => $"{name}.{(string?)p.Attribute("Name")}")).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<XElement> Properties(XElement type) => type.Elements().Where(e => e.Name.LocalName is "Property" or "NavigationProperty");

    private static string Last(string type) => type.TrimEnd(')').Split('.')[^1];
}
