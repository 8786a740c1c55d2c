using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Planning;

/// <summary>Roles that an application tells, and settings that can't be changed once they are there.</summary>
public sealed class RolesAndFixedTests
{
    private static readonly Reference Salesforce = Given.Application("Salesforce");

    [Theory]
    [InlineData("standard user", null)]
    [InlineData(null, "R1")]
    public void A_role_of_an_application_gets_its_id_and_its_name(string? name, string? id)
    {
        var plan = Giving(new Role.Named(name, id)).Plan();

        plan.Is("create Finance / Reader");
        // Two roles are equal by less than this.
        var role = Assert.IsType<Role.Named>(Assert.IsType<ListItem.RoleOf>(Assert.IsType<TenantWrite.AddItem>(plan.Steps[^1].Write).Item).Role.Role);
        Assert.Equal(("Standard User", "r1"), (role.Name, role.Id));
    }

    [Fact]
    public void A_role_that_the_package_has_already_is_the_same_by_its_id()
    {
        var held = Given.HeldPackage() with { ResourceRoles = Roles(Salesforce.Bound(), new Role.Named("Standard User", "r1")) };

        Known(World.WithFinance(Salesforce).Declare(Given.Package() with { ResourceRoles = Roles(Salesforce, new Role.Named("STANDARD USER")) }).Has(held, "p1", "c1")).Plan().Is();
    }

    [Fact]
    public void A_role_that_the_application_does_not_have_is_an_error_that_lists_those_it_has()
    {
        var finding = Giving(new Role.Named("Admin")).WrittenAt(Given.Package(), "resourceRoles[0].role", 9).Plan().Refuses("RCN415");

        Assert.Equal((9, "It has \"Standard User\", \"Twin\", \"Twin\"."), (finding.Where?.Line, finding.Advice));
    }

    [Fact]
    public void A_role_name_that_several_bear_is_an_error_with_their_ids() =>
        Assert.Contains("r2, r3", Giving(new Role.Named("Twin")).Plan().Refuses("RCN416").Message, StringComparison.Ordinal);

    [Fact]
    public void What_tells_no_roles_is_taken_at_its_word() =>
        World.WithFinance(Salesforce).Declare(Given.Package() with { ResourceRoles = Roles(Salesforce, new Role.Named("Anything")) }).Plan().Is("create Finance / Reader");

    [Fact]
    public void A_fixed_setting_that_differs_can_not_converge()
    {
        var world = World.WithFinance().Declare(Given.Extension() with { Runs = ExtensionOccasion.OnAssignment }).Has(Given.HeldExtension(), "x1", "c1");
        var finding = world.WrittenAt(Given.Extension(), "runs", 5).Plan().Refuses("RCN205");

        Assert.Equal(5, finding.Where?.Line);
        Assert.StartsWith("Cannot converge: runs of the custom extension \"Notify\" is onRequest, and Graph can't change it to onAssignment.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_does_not_become_a_Logic_App() =>
        World.WithFinance().Declare(new CustomExtension { Catalog = "Finance", Name = "Notify", Endpoint = "https://b.example" }).Has(Given.HeldExtension(), "x1", "c1").Plan().Refuses("RCN205");

    [Fact]
    public void The_region_of_a_site_is_fixed()
    {
        var site = new Reference(ReferenceKind.Site, "https://a.example/sites/M");
        var held = Given.HeldCatalog() with { Resources = Held(site.Bound(), "https://a-admin.example/") };

        new World().Declare(Given.OpenCatalog() with { Resources = Held(site, "https://b-admin.example/") }).Has(held, "c1").Plan().Refuses("RCN205");
        new World().Declare(Given.OpenCatalog() with { Resources = Held(site, null) }).Has(held, "c1").Plan().Is();
    }

    [Fact]
    public void What_is_fixed_is_written_when_it_is_made()
    {
        var plan = World.WithFinance().Declare(Given.Extension()).Plan();

        plan.Is("create Finance / Notify");
        Assert.Equal(Given.Extension(), Assert.IsType<TenantWrite.Create>(plan.Steps[0].Write).Declared);
    }

    [Fact]
    public void A_new_extension_says_when_it_runs_and_what_is_called() =>
        Assert.EndsWith("does not say: runs, logicApp or endpoint.", World.WithFinance().Declare(new CustomExtension { Catalog = "Finance", Name = "N" }).Plan().Refuses("RCN201").Message, StringComparison.Ordinal);

    private static EquatableArray<CatalogResource> Held(Reference site, string? geo)
    {
        var resource = new CatalogResource { Resource = site };
        return new[] { geo is null ? resource : resource with { Geo = geo } }.ToEquatableArray();
    }

    private static EquatableArray<ResourceRole> Roles(Reference resource, Role role) => new[] { new ResourceRole { Resource = resource, Role = role } }.ToEquatableArray();

    private static World Giving(Role role) => Known(World.WithFinance(Salesforce).Declare(Given.Package() with { ResourceRoles = Roles(Salesforce, role) }));

    private static World Known(World world) => world.KnowsRoles(Salesforce, new Role.Named("Standard User", "r1"), new Role.Named("Twin", "r2"), new Role.Named("Twin", "r3"));
}
