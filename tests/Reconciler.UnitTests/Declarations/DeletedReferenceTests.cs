using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class DeletedReferenceTests
{
    [Fact]
    public void What_is_deleted_has_an_id_and_no_name() =>
        Assert.Equal(
            new Reference(ReferenceKind.Group, null, "8f"),
            Assert.Single(Loading.Only<Catalog>("kind: Catalog\nname: A\nresources: [ { group: (deleted), id: 8f } ]\n").Resources.Value).Resource);

    [Fact]
    public void Of_a_deleted_package_the_catalog_may_be_unknown_too()
    {
        var others = Loading.Only<AccessPackage>("kind: AccessPackage\nname: P\ncatalog: C\nincompatibleWith:\n  - { package: (deleted), catalog: (deleted), id: x1 }\n  - { package: (deleted), catalog: D, id: x2 }\n").IncompatibleWith.Value;

        Assert.Equal([(true, "(deleted)", "x1"), (true, "D", "x2")], others.Select(other => (other.IsDangling, other.Catalog, other.Id)));
    }

    [Theory]
    [InlineData("{ group: (deleted) }", "5:5 RCN043 The key `id` is missing in this reference to what is deleted.")]
    [InlineData("{ package: (deleted), id: 8f }", "5:5 RCN043 The key `catalog` is missing in this reference to an access package.")]
    [InlineData("{ package: P, id: 8f }", "5:5 RCN043 The key `catalog` is missing in this reference to an access package.")]
    [InlineData("{ group: (deleted), catalog: D, id: 8f }", "5:25 RCN056 The key `catalog` can't stand beside `group`.")]
    public void What_is_deleted_is_told_by_its_id(string written, string expected) =>
        Assert.Equal([expected], Loading.Text($"kind: AccessPackage\nname: P\ncatalog: C\nincompatibleWith:\n  - {written}\n").Told());

    [Fact]
    public void The_same_that_is_deleted_stands_in_a_list_once() =>
        Assert.Equal(
            ["5:5 RCN053 This resource stands here a second time; the first is at policies/a.yaml:4:5."],
            Loading.Text("kind: Catalog\nname: A\nresources:\n  - { group: (deleted), id: 8f }\n  - { group: (deleted), id: 8F }\n").Told());
}
