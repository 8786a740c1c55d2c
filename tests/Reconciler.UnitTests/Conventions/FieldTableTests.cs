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

        // What says which entity it is has no setting; an assignment's user does.
        Assert.Equal(settings.Order(), table.Settings.Where(f => f.Without is not null).Select(f => f.Member).Order());
    }

    [Fact]
    public void Every_member_of_a_group_is_a_row_of_its_table()
    {
        var groups = Language.Tables.SelectMany(t => t.Settings).SelectMany(f => Rows.Groups(f.Shape)).Distinct().ToList();

        Assert.NotEmpty(groups);
        Assert.All(groups.GroupBy(group => group.Blank().GetType()), forms =>
        {
            var members = forms.Key.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.Name != "EqualityContract" && p.CanWrite && (p.DeclaringType == forms.Key || p.DeclaringType?.Assembly == forms.Key.Assembly)).Select(p => p.Name);

            // A type that is written in several forms has each member in one of them; the key of a mapping is one.
            var rows = forms.SelectMany(group => group.Fields).Select(f => f.Member).Concat(forms.Key == typeof(Localization) ? [nameof(Localization.Language)] : []);
            Assert.Equal(members.Order(), rows.Distinct().Order());
        });
    }

    [Fact]
    public void Every_row_keeps_what_it_is_given()
    {
        foreach (var group in Language.Tables.SelectMany(t => t.Settings).SelectMany(f => Rows.Groups(f.Shape)).Distinct())
        {
            foreach (var field in group.Fields.Where(f => f.Default is not null))
            {
                var owner = field.With(group.Blank(), field.Default ?? "");
                Assert.Equal(field.Default, field.Get(owner));
            }
        }
    }

    [Fact]
    public void Every_row_has_a_sentence_is_called_something_and_says_where_Graph_keeps_it()
    {
        var rows = Language.Tables.SelectMany(t => t.Settings).SelectMany(Rows.Of).Distinct().ToList();

        Assert.All(rows, row => Assert.EndsWith(".", row.Doc, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.True(row.Says.Length > 0 && char.IsLower(row.Says[0]), row.Key));
        Assert.All(rows, row => Assert.False(row.Graph.IsEmpty, row.Key));
    }

    [Fact]
    public void Setting_groups_map_to_disjoint_members_of_Graph()
    {
        var table = Language.Of(EntityKind.AssignmentPolicy);
        var owned = table.Settings.ToDictionary(
            f => f.Key, f => Rows.Of(f).SelectMany(r => r.Graph).Where(g => g.StartsWith("accessPackageAssignmentPolicy.", StringComparison.Ordinal)).ToHashSet());

        Assert.All(owned, setting => Assert.NotEmpty(setting.Value));
        var shared = from one in owned
                     from other in owned
                     where string.CompareOrdinal(one.Key, other.Key) < 0 && one.Value.Overlaps(other.Value)
                     select (one.Key, other.Key);

        // Only those that exclude each other.
        Assert.All(shared, pair => Assert.Contains(table.NeededToCreate, needed => needed.Contains(pair.Item1) && needed.Contains(pair.Item2)));
        Assert.Single(shared);
    }

    [Fact]
    public void No_key_is_both_known_and_not_known_yet() =>
        Assert.All(Language.Tables, table => Assert.Empty(table.Later.Intersect(table.Settings.Concat(table.Header).Select(f => f.Key))));
}
