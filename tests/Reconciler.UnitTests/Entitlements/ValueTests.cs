using Reconciler.Entitlements;
using Reconciler.UnitTests.Planning;

namespace Reconciler.UnitTests.Entitlements;

/// <summary>Values are equal when they mean the same.</summary>
public sealed class ValueTests
{
    [Fact]
    public void Bound_references_are_equal_by_id_and_unbound_ones_by_name()
    {
        var bound = new Reference(ReferenceKind.Group, "Sales", "AB");

        Assert.Equal(bound, new Reference(ReferenceKind.Group, "Renamed", "ab"));
        Assert.Equal(bound.GetHashCode(), new Reference(ReferenceKind.Group, null, "ab").GetHashCode());
        Assert.Equal(Given.Group("Sales"), Given.Group("SALES"));
        Assert.Equal(Given.Group("Sales").GetHashCode(), Given.Group("SALES").GetHashCode());
        Assert.NotEqual(bound, Given.Group("Sales"));
        Assert.NotEqual(Given.Group("Sales"), Given.User("Sales"));
        Assert.NotEqual(bound, new Reference(ReferenceKind.User, "Sales", "AB"));
    }

    [Fact]
    public void A_reference_without_a_name_is_dangling_and_can_be_shown()
    {
        Assert.True(Given.Dangling("g1").IsDangling);
        Assert.Equal("group g1 (deleted)", Given.Dangling("g1").ToString());
        Assert.Equal("group Sales", Given.Group("Sales").ToString());
    }

    [Fact]
    public void Lists_are_equal_by_their_items_in_order_and_no_list_is_an_empty_one()
    {
        EquatableArray<string> list = ["a", "b"];

        Assert.Equal(["a", "b"], list);
        Assert.True(list == new[] { "a", "b" }.ToEquatableArray());
        Assert.True(list != ["b", "a"]);
        Assert.Equal(list.GetHashCode(), new[] { "a", "b" }.ToEquatableArray().GetHashCode());
        Assert.True(default(EquatableArray<string>) == []);
        Assert.True(default(EquatableArray<string>).IsEmpty);
        Assert.Equal("[a, b]", list.ToString());
    }

    [Fact]
    public void A_setting_that_is_not_written_is_none_of_its_values()
    {
        Setting<bool> cleared = false;
        Setting<EquatableArray<string>> empty = EquatableArray.Create<string>([]);

        Assert.NotEqual(default, cleared);
        Assert.NotEqual(default, empty);
        Assert.False(default(Setting<bool>).IsWritten);
        Assert.True(default(Setting<bool>).Or(true));
        Assert.False(cleared.Or(true));
        Assert.Throws<InvalidOperationException>(() => default(Setting<int>).Value);
        Assert.Equal("(not written)", default(Setting<int>).ToString());
    }

    [Fact]
    public void Entities_are_equal_by_what_is_in_them() =>
        Assert.Equal(Given.HeldPackage("Reader", "Finance", Given.Group("A")), Given.HeldPackage("Reader", "Finance", Given.Group("A")));

    [Fact]
    public void A_binding_takes_the_place_of_an_older_one_of_its_object_or_its_name()
    {
        var first = Bindings.None("t").With(new Binding(EntityKind.AccessPackage, "p1", "c1", "A")).With(new Binding(EntityKind.AccessPackage, "p2", "c1", "B"));

        Assert.Equal(["B", "C"], first.With(new Binding(EntityKind.AccessPackage, "p1", "c1", "C")).Entries.Select(b => b.Name));
        Assert.Equal(["p2", "p3"], first.With(new Binding(EntityKind.AccessPackage, "p3", "c1", "a")).Entries.Select(b => b.Id).Order(StringComparer.Ordinal));
        Assert.Equal(3, first.With(new Binding(EntityKind.AccessPackage, "p3", "c2", "A")).Entries.Count);
        Assert.Equal(3, first.With(new Binding(EntityKind.Catalog, "p1", "c1", "A")).Entries.Count);
        Assert.Equal(first, first.With(first.Entries[0]));
    }

    [Theory]
    [InlineData("requestors.who[2]", 2)]
    [InlineData("requestors.mayExtend", 1)]
    [InlineData("approval.stages[0].approvers[1]", 0)]
    [InlineData("", 0)]
    public void A_place_is_that_of_the_nearest_that_was_written(string path, int line)
    {
        var map = new SourceMap();
        var key = EntityKey.Catalog("Finance");
        map.Add(key, "", new SourceSpan("a.yaml", 0, 1));
        map.Add(key, "requestors", new SourceSpan("a.yaml", 1, 1));
        map.Add(key, "requestors.who[2]", new SourceSpan("a.yaml", 2, 1));

        Assert.Equal(line, map.Find(key, path)?.Line);
        Assert.Null(map.Find(EntityKey.Catalog("Other"), path));
    }
}
