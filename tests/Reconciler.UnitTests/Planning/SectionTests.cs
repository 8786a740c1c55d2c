using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

/// <summary>Value lists in sections, and lists whose items hold something that can change.</summary>
public sealed class SectionTests
{
    private static readonly Reference A = Given.Group("A");
    private static readonly Reference B = Given.Group("B");

    [Fact]
    public void A_list_of_delegates_is_exclusive_once_written_and_the_others_stay()
    {
        var plan = Run(new Delegates { Owners = Given.Listing(B) }, new Delegates { Owners = Given.Listing(A.Bound()), Readers = Given.Listing(A.Bound()) }).Plan();

        plan.Is("update Finance");
        Assert.Equal(
            [
                "AddItem " + new ListItem.RoleHolder(EntitlementRole.CatalogOwner, B.Bound()),
                "RemoveItem " + new ListItem.RoleHolder(EntitlementRole.CatalogOwner, A.Bound()),
            ],
            plan.Steps.Select(s => s.Write switch { TenantWrite.AddItem add => $"AddItem {add.Item}", TenantWrite.RemoveItem remove => $"RemoveItem {remove.Item}", var other => $"{other}" }));
        Assert.Equal(["delegates.owners", "delegates.owners[0]"], plan.Changes[0].Fields.Select(f => f.Path));
    }

    [Fact]
    public void A_catalog_that_loses_its_last_owner_is_said()
    {
        var world = Run(new Delegates { Owners = Given.Listing() }, new Delegates { Owners = Given.Listing(A.Bound()) });

        Assert.Equal("RCN216", Assert.Single(world.Plan().Diagnostics).Code);
        Assert.True(world.Plan().CanApply);
        Assert.Empty(Run(new Delegates { Owners = Given.Listing() }, new Delegates { Owners = Given.Listing() }).Plan().Diagnostics);
    }

    [Fact]
    public void A_resource_that_is_listed_by_name_and_by_id_asks_for_one_thing()
    {
        World Of(CatalogResource second) => new World().Knows("A", "a1").Knows("a1", "A")
            .Declare(Given.OpenCatalog() with { Resources = EquatableArray.Create<CatalogResource>([new() { Resource = A }, second]) }).Has(Given.HeldCatalog(), "c1");

        Of(new CatalogResource { Resource = A with { Id = "a1" }, Attributes = EquatableArray.Create<RequiredAttribute>([]) }).Plan().Refuses("RCN418");
        Assert.True(Of(new CatalogResource { Resource = A with { Id = "a1" } }).Plan().CanApply);
    }

    [Fact]
    public void A_list_that_is_not_written_is_nobodys() =>
        Run(new Delegates { Owners = Given.Listing(A) }, new Delegates { Owners = Given.Listing(A.Bound()), Readers = Given.Listing(B.Bound()) }).Plan().Is();

    [Fact]
    public void An_empty_list_takes_everybody_away_and_no_removals_keeps_them()
    {
        var world = Run(new Delegates { Owners = Given.Listing() }, new Delegates { Owners = Given.Listing(A.Bound()) });

        Assert.IsType<TenantWrite.RemoveItem>(Assert.Single(world.Plan().Steps).Write);
        world.Plan(noRemovals: true).Is();
        Assert.Equal("delegates.owners", Assert.Single(world.Plan(noRemovals: true).HeldBack).Field?.Path);
    }

    [Fact]
    public void The_tenants_own_roles_are_lists_too()
    {
        var plan = new World().Declare(new TenantRoles { CatalogCreators = Given.Listing(B) })
            .Has(new TenantRoles { CatalogCreators = Given.Listing(A.Bound()), ConnectedOrganizationAdministrators = Given.Listing(A.Bound()) }, "roles").Plan();

        plan.Is("update TenantRoles");
        Assert.Equal([typeof(TenantWrite.AddItem), typeof(TenantWrite.RemoveItem)], plan.Steps.Select(s => s.Write.GetType()));
        Assert.Empty(plan.Bindings);
    }

    [Fact]
    public void Removals_are_counted_per_list_and_catalog()
    {
        var many = Enumerable.Range(1, 3).Select(i => Given.Group($"G{i}").Bound()).ToArray();
        var plan = new World()
            .Declare(Given.OpenCatalog("One") with { Delegates = new Delegates { Owners = Given.Listing(), Readers = Given.Listing() } })
            .Has(Given.HeldCatalog("One") with { Delegates = new Delegates { Owners = Given.Listing(many), Readers = Given.Listing(many[..2]) } }, "c1")
            .Declare(Given.OpenCatalog("Two") with { Delegates = new Delegates { Owners = Given.Listing() } })
            .Has(Given.HeldCatalog("Two") with { Delegates = new Delegates { Owners = Given.Listing(many[..2]) } }, "c2")
            .Declare(Given.Organization() with { Sponsors = new Sponsors { Internal = Given.Listing() } })
            .Has(Given.HeldOrganization() with { Sponsors = new Sponsors { Internal = Given.Listing(many) } }, "o1").Plan();

        Assert.Equal(
            ["3 items of delegates.owners in the catalog \"One\" would be removed; the budget allows 2.", "3 items of sponsors.internal would be removed; the budget allows 2."],
            Budget.Check(plan, new BudgetLimits(Removals: 2)).Select(r => r.Message).Order(StringComparer.Ordinal));
        Assert.Empty(Budget.Check(plan, new BudgetLimits(Removals: 3)));
    }

    [Fact]
    public void An_attribute_that_changes_is_one_change_of_its_resource()
    {
        var plan = Resources(Holding(A, Attribute("officeLocation", "Where?")), Holding(A.Bound(), Attribute("officeLocation", "Which?"), Attribute("city", "City?"))).Plan();

        plan.Is("update Finance");
        var change = Assert.IsType<TenantWrite.ChangeItem>(Assert.Single(plan.Steps).Write);
        Assert.Equal(new ListItem.ResourceOf(Holding(A.Bound(), Attribute("officeLocation", "Where?"))), change.Item);
        Assert.Equal(2, plan.Changes[0].Fields.Count);
    }

    [Fact]
    public void What_an_item_does_not_say_stays()
    {
        Resources(Holding(A), Holding(A.Bound(), Attribute("city", "City?"))).Plan().Is();
        Resources(Holding(A) with { Attributes = EquatableArray.Create<RequiredAttribute>([]) }, Holding(A.Bound(), Attribute("city", "City?"))).Plan().Is("update Finance");
    }

    [Fact]
    public void No_removals_keeps_attributes_beside_the_new_ones()
    {
        var plan = Resources(Holding(A, Attribute("officeLocation", "Where?")), Holding(A.Bound(), Attribute("city", "City?"))).Plan(noRemovals: true);

        var change = Assert.IsType<TenantWrite.ChangeItem>(Assert.Single(plan.Steps).Write);
        Assert.Equal(["officeLocation", "city"], Assert.IsType<ListItem.ResourceOf>(change.Item).Resource.Attributes.Value.Select(a => a.Name));
        Assert.Equal(FieldChangeKind.Removed, Assert.Single(plan.HeldBack).Field?.Kind);
        Assert.Equal(FieldChangeKind.Added, plan.OnlyField().Kind);
    }

    [Fact]
    public void No_removals_keeps_translations_beside_the_new_ones()
    {
        static AssignmentPolicy Asking(AssignmentPolicy policy, params string[] languages) => policy with
        {
            Questions = EquatableArray.Create<Question>([new() { Text = "a", Answer = new Answer.Written("", LongText: false), Localizations = languages.Select(l => new Localization { Language = l, Text = l.ToUpperInvariant() }).ToEquatableArray() }]),
        };
        var plan = World.WithPolicy(Asking(Given.FullPolicy(), "de", "pt"), Asking(Given.HeldPolicy(), "DE", "nb")).Plan(noRemovals: true);

        var written = Assert.IsType<AssignmentPolicy>(Assert.IsType<TenantWrite.Update>(Assert.Single(plan.Steps).Write).Changes);
        Assert.Equal(["de", "nb", "pt"], written.Questions.Value[0].Localizations.Select(l => l.Language).Order(StringComparer.Ordinal));
        Assert.Equal("questions[0].localizations.nb", Assert.Single(plan.HeldBack).Field?.Path);
    }

    private static World Run(Delegates declared, Delegates held) =>
        new World().Declare(Given.OpenCatalog() with { Delegates = declared }).Has(Given.HeldCatalog() with { Delegates = held }, "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance");

    private static World Resources(CatalogResource declared, CatalogResource held) => new World()
        .Declare(Given.OpenCatalog() with { Resources = EquatableArray.Create<CatalogResource>([declared]) })
        .Has(Given.HeldCatalog() with { Resources = EquatableArray.Create<CatalogResource>([held]) }, "c1").Remembers(EntityKind.Catalog, "c1", null, "Finance");

    private static CatalogResource Holding(Reference resource, params RequiredAttribute[] attributes) =>
        attributes.Length == 0 ? new CatalogResource { Resource = resource } : new CatalogResource { Resource = resource, Attributes = attributes.ToEquatableArray() };

    private static RequiredAttribute Attribute(string name, string text) => new() { Name = name, Question = new Question { Text = text, Answer = new Answer.Written("", LongText: false) } };
}
