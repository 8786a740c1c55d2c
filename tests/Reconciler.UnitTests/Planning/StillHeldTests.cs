using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Planning;

/// <summary>What the directory no longer has and the tenant still holds.</summary>
public sealed class StillHeldTests
{
    private const string Gone = "no-longer";

    private static readonly Reference A = Given.Group("A");

    [Theory]
    [InlineData(null)]
    [InlineData("Old team")]
    public void What_the_policy_holds_is_compared_by_its_id(string? name)
    {
        var plan = Policy(new Reference(ReferenceKind.Group, name, Gone), Given.Dangling(Gone)).Plan();

        plan.Is();
        var finding = Assert.Single(plan.Diagnostics);
        Assert.Equal(("RCN423", Severity.Warning, "The group no-longer is no longer in the directory; the tenant still holds it."), (finding.Code, finding.Severity, finding.Message));
    }

    [Fact]
    public void Where_the_tenant_tells_nothing_but_an_id_any_principal_is_it()
    {
        var held = Given.HeldCatalog() with { Delegates = Owned(new Reference(ReferenceKind.User, null, Gone)) };

        var plan = new World().Declare(Given.OpenCatalog() with { Delegates = Owned(new Reference(ReferenceKind.Group, "Old team", Gone)) }).Has(held, "c1").Plan();

        plan.Is();
        Assert.Equal("RCN423", Assert.Single(plan.Diagnostics).Code);
    }

    [Fact]
    public void What_another_policy_holds_is_no_excuse()
    {
        var finding = Policy(Given.Dangling(Gone), A.Bound()).Has(Asking("Other", Given.Dangling(Gone)), "q2", "p1").Plan().Refuses("RCN401");

        Assert.Equal("There is no group with the id no-longer in the directory, and what stands here does not hold it in the tenant.", finding.Message);
    }

    [Fact]
    public void What_is_new_holds_nothing() => World.WithReader().Declare(Asking("New", Given.Dangling(Gone))).Plan().Refuses("RCN401");

    [Fact]
    public void A_name_without_an_id_says_nothing_of_what_is_gone() => Policy(Given.Group("Old team"), Given.Dangling(Gone)).Knows("Old team").Plan().Refuses("RCN401");

    [Fact]
    public void An_id_of_something_that_is_there_under_another_kind_is_not_it() => Policy(Given.User("ana@a.example") with { Id = Gone }, A.Bound() with { Id = Gone }).Plan().Refuses("RCN401");

    [Fact]
    public void What_is_called_deleted_and_is_there_is_told_so()
    {
        var plan = Policy(Given.Dangling("g1"), A with { Id = "g1" }).Knows("g1", "A").Plan();

        plan.Is();
        Assert.Equal(("RCN403", "The id g1 is that of \"A\", not of \"(deleted)\"."), (Assert.Single(plan.Diagnostics).Code, Assert.Single(plan.Diagnostics).Message));
    }

    [Fact]
    public void A_resource_that_is_gone_stays_in_its_catalog_and_in_its_package()
    {
        var gone = Given.Application("App") with { Id = Gone };
        var (listed, held) = (gone with { Name = null }, new Role.Named("User", "r1"));
        var world = new World().Declare(Given.Catalog(resources: [listed])).Has(Given.HeldCatalog() with { Resources = Given.Holding(listed) }, "c1")
            .Declare(Given.Package() with { ResourceRoles = Giving(gone, new Role.Named("User")) }).Has(Given.HeldPackage() with { ResourceRoles = Giving(listed, held) }, "p1", "c1");

        var plan = world.Plan();

        plan.Is();
        Assert.Equal(["RCN423", "RCN423"], plan.Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_site_that_is_gone_is_known_by_its_address()
    {
        const string Address = "https://a.example/sites/Old";
        var held = new Reference(ReferenceKind.Site, Address, Address);

        var plan = new World().Declare(Given.Catalog(resources: [new Reference(ReferenceKind.Site, Address + "/")])).Knows(Address + "/")
            .Has(Given.HeldCatalog() with { Resources = Given.Holding(held) }, "c1").Plan();

        plan.Is();
        Assert.Equal("The site https://a.example/sites/Old is no longer there; the tenant still holds it.", Assert.Single(plan.Diagnostics).Message);
    }

    [Fact]
    public void A_role_that_is_gone_from_its_application_stays_in_the_package()
    {
        var app = Given.Application("App");
        var (catalog, role) = (Given.HeldCatalog(resources: [app]), new Role.Named("Gone", "r9"));
        World Giving(Role.Named declared) => new World().Declare(Given.Catalog(resources: [app])).Has(catalog, "c1").KnowsRoles(app, new Role.Named("User", "r1"))
            .Declare(Given.Package() with { ResourceRoles = StillHeldTests.Giving(app, declared) }).Has(Given.HeldPackage() with { ResourceRoles = StillHeldTests.Giving(app.Bound(), role) }, "p1", "c1");

        var plan = Giving(new Role.Named(null, "r9")).Plan();

        plan.Is();
        Assert.Equal("The application \"App\" no longer has the role \"Gone\"; the tenant still gives it.", Assert.Single(plan.Diagnostics, d => d.Code == "RCN424").Message);
        Giving(new Role.Named("Never")).Plan().Refuses("RCN415");
    }

    [Theory]
    [InlineData(ReferenceKind.Organization)]
    [InlineData(ReferenceKind.Package)]
    public void Packages_and_organizations_go_too(ReferenceKind kind)
    {
        var gone = new Reference(kind, null, "x1");
        World Naming(Reference asked) => kind == ReferenceKind.Package
            ? World.WithFinance().Declare(Given.Package() with { IncompatibleWith = Given.Listing(asked) }).Has(Given.HeldPackage() with { IncompatibleWith = Given.Listing(gone) }, "p1", "c1")
            : Policy(asked, gone);

        var plan = Naming(gone with { Id = "X1" }).Plan();

        plan.Is();
        Assert.Equal($"The {kind.Noun()} x1 is no longer there; the tenant still holds it.", Assert.Single(plan.Diagnostics).Message);
        Naming(gone with { Id = "x2" }).Plan().Refuses("RCN407");
    }

    [Fact]
    public void A_package_of_a_catalog_that_is_not_read_is_there()
    {
        var other = Given.PackageCalled("Elsewhere", "Far") with { Id = "x1" };

        var plan = World.WithFinance().Declare(Given.Package() with { IncompatibleWith = Given.Listing(other) }).Has(Given.HeldPackage() with { IncompatibleWith = Given.Listing(other) }, "p1", "c1").Plan();

        plan.Is();
        Assert.Empty(plan.Diagnostics);
    }

    [Fact]
    public void A_role_that_the_package_gives_may_be_of_what_its_catalog_does_not_list() =>
        new World().Declare(Given.OpenCatalog()).Has(Given.HeldCatalog(), "c1").Declare(Given.Package().Giving(A)).Has(Given.HeldPackage(groups: [A]), "p1", "c1").Plan().Is();

    private static World Policy(Reference declared, Reference held) => World.WithPolicy(Asking("Staff", declared), Asking("Staff", held) with { Description = "" });

    private static AssignmentPolicy Asking(string name, Reference who) => Given.FullPolicy(name) with { Requestors = Given.Asking(Given.Listed(who)) };

    private static EquatableArray<ResourceRole> Giving(Reference resource, Role role) => [new ResourceRole { Resource = resource, Role = role }];

    private static Delegates Owned(Reference owner) => new() { Owners = Given.Listing(owner) };
}
