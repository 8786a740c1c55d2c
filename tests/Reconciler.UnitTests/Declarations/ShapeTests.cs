using System.Reflection;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Declarations;

public sealed class ShapeTests
{
    private static readonly Dictionary<Type, (Shape Shape, string Yaml)> Samples = new()
    {
        [typeof(Shape.Text)] = (new Shape.Text(), "a"),
        [typeof(Shape.Truth)] = (new Shape.Truth(), "true"),
        [typeof(Shape.Whole)] = (new Shape.Whole(0, 9), "7"),
        [typeof(Shape.Length)] = (new Shape.Length(Duration.OfDays(0), Duration.OfDays(9)), "7 days"),
        [typeof(Shape.Moment)] = (new Shape.Moment(), "2027-03-31"),
        [typeof(Shape.Day)] = (new Shape.Day(), "2027-03-31"),
        [typeof(Shape.Called)] = (new Shape.Called(ReferenceKind.Extension), "Notify"),
        [typeof(Shape.MapOf)] = (Localizations, "{ nb-no: { text: Sted } }"),
        [typeof(Shape.Values)] = (new Shape.Values("variable"), "{ name: [ value ] }"),
        [typeof(Shape.Choice)] = (new Shape.Choice([new Keyword("one", 1, "")]), "one"),
        [typeof(Shape.Named)] = (new Shape.Named([ReferenceKind.User]), "{ user: a }"),
        [typeof(Shape.ListOf)] = (new Shape.ListOf(new Shape.Truth(), IsSet: false, "truth") { Pack = items => items, Unpack = _ => [] }, "[ true ]"),
        [typeof(Shape.Group)] = (new Shape.Group("group", [], () => "blank"), "{}"),
        [typeof(Shape.Union)] = (new Shape.Union("union", [new Form(new Shape.Truth(), value => value, value => value)]), "true"),
    };

    [Fact]
    public void Adding_a_shape_means_reading_it()
    {
        var cases = typeof(Shape).GetNestedTypes(BindingFlags.Public).Where(type => type.IsSubclassOf(typeof(Shape)));
        Assert.All(cases, type =>
        {
            var (shape, yaml) = Samples[type];
            var findings = new Findings();
            var node = Assert.Single(YamlReader.Read("a.yaml", yaml, findings));

            Assert.NotNull(new ShapeReader(findings, TimeZoneInfo.Utc, new Trail()).Read(shape, node, TrailPath.NewRoot(), Whose.Key("it"), ""));
            Assert.Empty(findings.InOrder());
            Assert.NotEmpty(ShapeWords.Expected(shape));
            Assert.NotEmpty(ShapeExamples.Of(shape));
        });
    }

    [Fact]
    public void No_value_of_any_key_may_be_commented_out() =>
        Assert.All(Language.Tables.SelectMany(table => table.Settings), field => Assert.All(new[] { "", " null", " ~", " NULL" }, nothing =>
        {
            var owner = Language.Tables.First(table => table.Settings.Contains(field));
            Assert.Equal(["RCN042"], Codes(Yaml(owner, $"{field.Key}:{nothing}", named: field.Key != owner.NameKey)));
        }));

    [Fact]
    public void No_value_of_any_key_of_a_header_may_be_commented_out() =>
        Assert.All(Language.Tables.SelectMany(table => table.Header.Select(field => (table, field))), key =>
            Assert.Equal(["RCN042"], Codes(Yaml(key.table, $"{key.field.Key}:", named: key.field.Key != key.table.NameKey).Replace("\ncatalog: C\ncatalog:", "\ncatalog:", StringComparison.Ordinal))));

    [Fact]
    public void Every_later_key_and_kind_is_refused_as_not_supported_yet()
    {
        Assert.All(Language.LaterKinds, kind => Assert.Equal(["RCN041"], Codes($"kind: {kind}\nname: A\n")));
        Assert.All(Language.Of(EntityKind.Catalog).Later, key => Assert.Equal(["RCN041"], Codes($"kind: Catalog\nname: A\n{key}: x\n")));
        Assert.All(Language.Of(EntityKind.AccessPackage).Later, key => Assert.Equal(["RCN041"], Codes($"kind: AccessPackage\ncatalog: C\nname: A\n{key}: x\n")));
        Assert.All(Language.Of(EntityKind.AssignmentPolicy).Later, key => Assert.Equal(["RCN041"], Codes(Loading.PolicyYaml($"{key}: x"))));
    }

    private static Shape Localizations =>
        Language.Of(EntityKind.AssignmentPolicy).Setting("questions").Shape is Shape.ListOf { Item: Shape.Union { Forms: [{ Shape: Shape.Group question }, ..] } }
            ? question.Fields.Single(row => row.Key == "localizations").Shape
            : throw new InvalidOperationException("Questions have another shape.");

    /// <summary>A declaration of the kind with a key, within what it lives in.</summary>
    private static string Yaml(EntityTable table, string key, bool named = true)
    {
        var (name, keys) = ($"{table.NameKey}: A", key);
        return table.Kind switch
        {
            EntityKind.CustomExtension => $"kind: Catalog\nname: C\nextensions:\n  - {(named ? $"{name}\n    {keys}" : keys)}\n",
            EntityKind.AssignmentPolicy => $"kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - {(named ? $"{name}\n    {keys}" : keys)}\n",
            EntityKind.DirectAssignment => $"kind: AccessPackage\nname: P\ncatalog: C\nassignments:\n  - {(named ? $"{name}\n    {keys}" : keys)}\n",
            _ => $"kind: {table.Keyword}\n{(table.IsSingle || !named ? "" : $"{name}\n")}{(table.Kind == EntityKind.AccessPackage ? "catalog: C\n" : "")}{keys}\n",
        };
    }

    private static IEnumerable<string> Codes(string yaml) => Loading.Text(yaml).Diagnostics.Select(d => d.Code);
}
