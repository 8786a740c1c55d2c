using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Entitlements;

public sealed class NameTests
{
    [Theory]
    [InlineData("Finance", "FINANCE", true)]
    [InlineData("Caf\u00e9", "Cafe\u0301", true)]
    [InlineData("CAF\u00c9", "cafe\u0301", true)]
    [InlineData("\u1e69", "s\u0307\u0323", true)]
    [InlineData("I", "i", true)]
    [InlineData("\u0130", "i", false)]
    [InlineData("\u0131", "i", false)]
    [InlineData("\u212A", "k", true)]
    [InlineData("Stra\u00dfe", "Strasse", false)]
    [InlineData("a", "\u0430", false)]
    [InlineData("Finance", "Finance ", false)]
    [InlineData(null, null, true)]
    [InlineData(null, "", false)]
    public void Names_are_equal_in_NFC_whatever_their_case_and_in_no_language(string? left, string? right, bool equal)
    {
        Assert.Equal(equal, NameComparer.Instance.Equals(left, right));
        Assert.Equal(equal, NameComparer.Instance.Compare(left, right) == 0);
        Assert.True(!equal || left is null || right is null || NameComparer.Instance.GetHashCode(left) == NameComparer.Instance.GetHashCode(right));
    }

    [Fact]
    public void The_order_of_names_is_one_whether_or_not_they_are_ascii()
    {
        string[] names = ["Zebra", "apple", "_under", "\u00c5re", "k", "\u212Aa", "Beta", "be", "\u00e9", "ZEBRB"];
        var folded = names.OrderBy(NameComparer.Fold, StringComparer.Ordinal);

        Assert.Equal(folded, names.Order(NameComparer.Instance));
    }

    // Not as data of the test above: what is stored in an attribute loses lone surrogates.
    [Fact]
    public void A_name_with_half_a_character_equals_itself_alone()
    {
        Assert.Equal("a\ud800", "a\ud800", NameComparer.Instance);
        Assert.NotEqual("a\ud800", "a\ud801", NameComparer.Instance);
        Assert.NotEqual(0, NameComparer.Instance.Compare("\udc00\ud800", "x"));
    }

    [Fact]
    public void Keys_are_equal_as_their_names_are()
    {
        Assert.Equal(EntityKey.Package("Caf\u00e9", "Reader"), EntityKey.Package("CAFE\u0301", "READER"));
        Assert.Equal(EntityKey.Package("Caf\u00e9", "Reader").GetHashCode(), EntityKey.Package("CAFE\u0301", "READER").GetHashCode());
        Assert.NotEqual(EntityKey.Package("A", "B"), EntityKey.Package("B", "A"));
        Assert.NotEqual(EntityKey.Catalog("A"), new EntityKey(EntityKind.AccessPackage, ["A"]));
    }

    [Fact]
    public void What_is_in_a_place_stands_behind_it()
    {
        EntityKey[] keys = [EntityKey.Settings, EntityKey.Catalog("a"), EntityKey.Package("A", "b"), EntityKey.Policy("a", "B", "c"), EntityKey.Package("a", "z"), EntityKey.Catalog("B")];

        Assert.Equal(keys, keys.Reverse().Order());
        Assert.True(EntityKey.Catalog("a") < EntityKey.Catalog("b"));
        Assert.True(EntityKey.Catalog("a") >= EntityKey.Catalog("A"));
        Assert.True(EntityKey.Catalog("a").CompareTo(null) > 0);
    }

    [Fact]
    public void A_key_knows_its_place()
    {
        var policy = EntityKey.Policy("C", "P", "Q");

        Assert.Equal(EntityKey.Package("C", "P"), policy.Parent);
        Assert.Equal(EntityKey.Catalog("C"), policy.Parent?.Parent);
        Assert.Null(policy.Parent?.Parent?.Parent);
        Assert.Null(EntityKey.Settings.Parent);
        Assert.Equal(EntityKey.Policy("C", "P", "R"), policy.Named("R"));
        Assert.Equal(("Settings", null), (EntityKey.Settings.Name, EntityKey.Settings.CatalogName));
    }

    [Fact]
    public void No_two_keys_have_one_address()
    {
        string[] parts = ["a", "/", "\\", " ", "b"];
        var names = from x in parts from y in parts from z in parts select x + y + z;
        var keys = names.Select(EntityKey.Catalog).Concat(from x in names.Take(60) from y in names.Reverse().Take(60) select EntityKey.Package(x, y)).ToList();

        Assert.Equal(keys.Count, keys.Select(k => k.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("A\\/B / C", EntityKey.Package("A/B", "C").ToString());
    }
}
