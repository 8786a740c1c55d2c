using System.Text.Json.Nodes;
using Reconciler.Declarations;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.UnitTests.Conventions;
using Reconciler.UnitTests.Declarations;

namespace Reconciler.UnitTests.Schemas;

/// <summary>The schemas, the reference and the tables know the same keys: a new row is in each with no code.</summary>
public sealed class KeysTests
{
    private static readonly JsonNode PolicyFile = Parse(LanguageSchemas.PolicyFile());

    private static readonly JsonNode Workspace = Parse(LanguageSchemas.Workspace());

    public static TheoryData<EntityKind> Kinds => new(Enum.GetValues<EntityKind>());

    public static TheoryData<string> Documents => new(Language.Documents.Select(table => table.Keyword));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_entity_has_the_keys_of_its_table_and_no_others(EntityKind kind)
    {
        var table = Language.Of(kind);
        IEnumerable<string> known =
        [
            .. DocumentKinds.OwnerOf(kind) is null ? ["kind"] : Array.Empty<string>(), .. ShapeKeys.Of(table.Header),
            .. TemplateUse.IsIn(kind) ? [TemplateUse.Template] : Array.Empty<string>(), .. ShapeKeys.Of(table.Settings), .. table.Children.Select(list => list.Key),
        ];

        Assert.Equal(known.Distinct().Order(), KeysOf(PolicyFile["definitions"]?[table.Keyword]));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_has_the_keys_of_its_table_and_no_others(string keyword)
    {
        var table = Language.Documents.First(known => known.Keyword == keyword);
        IEnumerable<string> known = ["kind", .. table.Fields.Select(field => field.Key), .. table.Settings is { } settings ? [settings.Key] : Array.Empty<string>()];

        Assert.Equal(known.Order(), KeysOf(PolicyFile["definitions"]?[keyword]));
    }

    [Fact]
    public void Every_kind_can_be_chosen_and_no_other() =>
        Assert.Equal(DocumentKinds.Keywords.Order(), PolicyFile["properties"]?["kind"]?["enum"]?.AsArray().Select(word => $"{word}").Order());

    [Fact]
    public void Every_mapping_inside_of_a_setting_is_in_the_schema_with_its_keys()
    {
        var mappings = Mappings(PolicyFile).Select(mapping => string.Join(' ', KeysOf(mapping))).ToHashSet();
        var groups = Language.Tables.SelectMany(table => table.Settings).SelectMany(field => Rows.Groups(field.Shape)).Distinct().ToList();

        Assert.InRange(groups.Count, 25, 100);
        Assert.All(groups.SelectMany(Forms), keys => Assert.Contains(string.Join(' ', keys.Order()), mappings));
    }

    [Fact]
    public void The_keys_of_a_workspace_are_those_of_its_tables_and_no_others()
    {
        Assert.Equal(ShapeKeys.Known(WorkspaceFields.Shape).Order(), KeysOf(Workspace));
        foreach (var group in Rows.Groups(WorkspaceFields.Shape).Distinct())
        {
            Assert.Contains(string.Join(' ', ShapeKeys.Known(group).Order()), Mappings(Workspace).Select(mapping => string.Join(' ', KeysOf(mapping))));
        }
    }

    [Theory]
    [InlineData("version: 1\nstranger: 1\n", "")]
    [InlineData("version: 1\ntenants: { dev: { adapter: embedded, stranger: 1 } }\n", "tenant")]
    [InlineData("version: 1\nbudgets: { stranger: 1 }\n", "budgets")]
    [InlineData("version: 1\nbudgets: { deletes: { count: 1, stranger: 1 } }\n", "budget")]
    [InlineData("version: 1\nscope: { settings: true, stranger: 1 }\n", "scope")]
    public void The_reader_of_a_workspace_knows_the_keys_that_its_schema_has(string yaml, string definition)
    {
        var advice = Assert.Single(Loading.Workspace(yaml).Diagnostics, finding => finding.Code == "RCN040").Advice;
        var schema = definition.Length == 0 ? Workspace : Workspace["definitions"]?[definition];

        Assert.Equal(KeysOf(schema), System.Text.RegularExpressions.Regex.Matches(advice, "`([^`]+)`").Select(match => match.Groups[1].Value).Order());
    }

    [Fact]
    public void The_reference_has_a_row_for_every_key_of_every_table()
    {
        var reference = LanguageSchemas.Reference();
        var rows = Language.Tables.SelectMany(table => table.Header.Concat(table.Settings.SelectMany(Rows.Of)))
            .Concat(Language.Documents.SelectMany(table => table.Fields.SelectMany(Rows.Of)))
            .Concat(Rows.Groups(WorkspaceFields.Shape).SelectMany(group => group.Fields)).ToList();

        Assert.InRange(rows.Count, 150, 500);
        Assert.All(rows, row => Assert.All(ShapeKeys.NamesOf(row), key => Assert.Contains($"`{key}`", reference, StringComparison.Ordinal)));
        Assert.All(rows.Where(row => !row.IsInline || !row.Doc.StartsWith("Who is assigned", StringComparison.Ordinal)), row => Assert.Contains($"| {row.Doc.Replace("|", "\\|", StringComparison.Ordinal)} |", reference, StringComparison.Ordinal));
        Assert.All(Language.Tables.SelectMany(table => table.Children), list => Assert.Contains($"| `{list.Key}` | {list.Doc} |", reference, StringComparison.Ordinal));
    }

    /// <summary>The keys of a mapping, of one with something named in it for each kind of that.</summary>
    private static IEnumerable<IEnumerable<string>> Forms(Shape.Group group)
    {
        var named = group.Fields.Where(field => field.IsInline).Select(field => field.Shape).OfType<Shape.Named>().FirstOrDefault();
        var own = group.Fields.Where(field => !field.IsInline).Select(field => field.Key);
        return named is null ? [own] : named.Kinds.Select(kind => own.Concat(ShapeKeys.Known(new Shape.Named([kind]))));
    }

    private static IEnumerable<JsonNode> Mappings(JsonNode? schema) => schema switch
    {
        JsonObject mapping => mapping.SelectMany(pair => Mappings(pair.Value)).Concat(mapping["properties"] is not null && mapping["additionalProperties"] is not null ? [mapping] : []),
        JsonArray list => list.SelectMany(Mappings),
        _ => [],
    };

    private static IEnumerable<string> KeysOf(JsonNode? schema) => Assert.IsType<JsonObject>(schema?["properties"]).Select(pair => pair.Key).Order();

    private static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException("No schema.");
}
