using System.Reflection;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Conventions;

public sealed class FieldTableTests
{
    public static TheoryData<EntityKind> Kinds => new(Enum.GetValues<EntityKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_its_table(EntityKind kind) => Assert.Equal(kind, Language.Of(kind).Kind);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_setting_of_an_entity_is_a_row_of_its_table(EntityKind kind)
    {
        var table = Language.Of(kind);
        var entity = table.Blank(new EntityKey(kind, ["a", "b", "c"]));
        var settings = entity.GetType().GetProperties().Where(p => p.PropertyType.Name.StartsWith("Setting`", StringComparison.Ordinal)).Select(p => p.Name);

        Assert.Equal(settings.Order(), table.Settings.Select(f => f.Member).Order());
    }

    [Fact]
    public void Every_member_of_a_group_is_a_row_of_its_table()
    {
        var groups = Language.Tables.SelectMany(t => t.Settings).SelectMany(f => Groups(f.Shape)).Distinct().ToList();

        Assert.NotEmpty(groups);
        Assert.All(groups, group =>
        {
            var members = group.Blank().GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").Select(p => p.Name);
            Assert.Equal(members.Order(), group.Fields.Select(f => f.Member).Order());
        });
    }

    [Fact]
    public void Every_row_keeps_what_it_is_given()
    {
        foreach (var group in Language.Tables.SelectMany(t => t.Settings).SelectMany(f => Groups(f.Shape)).Distinct())
        {
            foreach (var field in group.Fields.Where(f => f.Default is not null))
            {
                var owner = field.With(group.Blank(), field.Default ?? "");
                Assert.Equal(field.Default, field.Get(owner));
            }
        }
    }

    [Fact]
    public void Every_row_has_a_sentence_and_says_where_Graph_keeps_it()
    {
        var rows = Language.Tables.SelectMany(t => t.Settings).SelectMany(f => Rows(f)).Distinct().ToList();

        Assert.All(rows, row => Assert.EndsWith(".", row.Doc, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.False(string.IsNullOrEmpty(row.Graph), row.Key));
    }

    [Fact]
    public void Setting_groups_map_to_disjoint_members_of_Graph()
    {
        var groups = Language.Of(EntityKind.AssignmentPolicy).Settings
            .Where(f => f.Shape is not Shape.Text)
            .Select(f => Rows(f).Select(r => (r.Graph ?? "").Split('.')[0]).Where(g => char.IsLower(g.FirstOrDefault())).ToHashSet())
            .ToList();

        // The members of stages and of approvers stand below requestApprovalSettings and are no members of a policy.
        string[] policy = ["allowedTargetScope", "specificAllowedTargets", "requestorSettings", "requestApprovalSettings", "expiration", "reviewSettings", "automaticRequestSettings"];
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                Assert.Empty(groups[i].Intersect(groups[j]).Intersect(policy));
            }
        }
    }

    [Fact]
    public void No_key_is_both_known_and_not_known_yet() =>
        Assert.All(Language.Tables, table => Assert.Empty(table.Later.Intersect(table.Settings.Concat(table.Header).Select(f => f.Key))));

    private static IEnumerable<Field> Rows(Field field) => Groups(field.Shape).SelectMany(g => g.Fields).Prepend(field);

    private static IEnumerable<Shape.Group> Groups(Shape shape) => shape switch
    {
        Shape.Group group => group.Fields.SelectMany(f => Groups(f.Shape)).Prepend(group),
        Shape.ListOf list => Groups(list.Item),
        Shape.Union union => union.Forms.SelectMany(f => Groups(f.Shape)),
        _ => [],
    };
}
