using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    [Fact]
    public async Task A_resource_can_be_used_as_soon_as_it_was_added()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Odd, Role = new Role.OfGroup(GroupRole.Owner) };

        await trial.Write(new TenantWrite.AddItem(Given.CatalogHandle, Resource(Given.Odd)));
        await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, new ListItem.RoleOf(role)));

        Assert.Contains(Given.Odd, Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value.Select(resource => resource.Resource));
        Assert.Contains(role, Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity).ResourceRoles.Value);
    }

    [Fact]
    public async Task Adding_what_is_there_changes_nothing()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Marketing };
        var before = await trial.Snapshot();

        var first = await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, new ListItem.RoleOf(role)));
        Assert.Equal(first, await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, new ListItem.RoleOf(role))));
        Assert.Equal("cccccccc-0000-4000-8000-000000000011", await trial.Write(new TenantWrite.AddItem(Given.CatalogHandle, Resource(Given.Marketing))));

        Assert.Equal(before, await trial.Snapshot());
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_removing_it_again_is_no_error()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Marketing };
        for (var time = 0; time < 2; time++)
        {
            await trial.Write(new TenantWrite.RemoveItem(Given.PackageHandle, new ListItem.RoleOf(role)));
            await trial.Write(new TenantWrite.RemoveItem(Given.CatalogHandle, Resource(Given.Marketing)));
        }

        Assert.DoesNotContain(Given.Marketing, Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value.Select(resource => resource.Resource));
        var left = Assert.Single(Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity).ResourceRoles.Value);
        Assert.Equal(Given.Approvers, left.Resource);
    }

    [Fact]
    public async Task A_resource_in_use_is_refused_after_a_while()
    {
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(new TenantWrite.RemoveItem(Given.CatalogHandle, Resource(Given.Marketing))));

        Assert.Equal("InvalidDeleteResourceHasEntitlements", refusal.Code);
    }

    [Fact]
    public async Task A_role_of_a_group_that_is_no_resource_is_refused()
    {
        var write = new TenantWrite.AddItem(Given.PackageHandle, new ListItem.RoleOf(new ResourceRole { Resource = Given.Odd }));
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(write));

        Assert.Contains("is no resource of the catalog \"Finance\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_is_found_by_its_name_or_by_its_id()
    {
        var trial = Company();
        await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, Role(Given.Payroll, new Role.Named("clerk"))));
        await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, Role(Given.Site, new Role.Named(null, "4"))));
        await trial.Write(new TenantWrite.AddItem(Given.CatalogHandle, Resource(Given.Bare)));
        await trial.Write(new TenantWrite.AddItem(Given.PackageHandle, Role(Given.Bare, new Role.Named("Default Access"))));

        var roles = Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity).ResourceRoles.Value.Select(role => role.ToString());
        Assert.Equal(
            ["application Payroll as Clerk", "site https://woodgrove.sharepoint.com/sites/Finance as Finance Members", "application Bare as Default Access"],
            roles.Skip(2));
    }

    [Fact]
    public async Task A_role_that_is_not_there_is_refused_with_those_that_are()
    {
        var app = await Assert.ThrowsAsync<TenantException>(
            () => Company().Write(new TenantWrite.AddItem(Given.PackageHandle, Role(Given.Payroll, new Role.Named("Retired")))));
        var group = await Assert.ThrowsAsync<TenantException>(
            () => Company().Write(new TenantWrite.AddItem(Given.PackageHandle, Role(Given.Marketing, new Role.OfGroup(GroupRole.EligibleMember)))));

        Assert.Equal(
            "Adding the application Payroll as Retired to the access package \"Expense approver\" failed: it has no such role."
                + " It has \"Clerk\" (bbbbbbbb-0000-4000-8000-000000000102), \"Reader\" (bbbbbbbb-0000-4000-8000-000000000101).",
            app.Message);
        Assert.Contains("It has \"Member\" (", group.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_one_site_with_and_without_a_slash_at_its_end()
    {
        var trial = Company();
        var slashed = Given.Site with { Name = $"{Given.Site.Name}/", Id = $"{Given.Site.Id}/" };
        var before = await trial.Snapshot();

        Assert.Equal("cccccccc-0000-4000-8000-000000000015", await trial.Write(new TenantWrite.AddItem(Given.CatalogHandle, Resource(slashed))));
        Assert.Equal(before, await trial.Snapshot());
        await trial.Write(new TenantWrite.RemoveItem(Given.CatalogHandle, Resource(slashed)));
        Assert.DoesNotContain(
            Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value, resource => resource.Resource.Kind == ReferenceKind.Site);
    }

    [Fact]
    public async Task Attributes_of_a_resource_that_is_there_already_are_written_too()
    {
        var trial = Company();
        var asked = new RequiredAttribute { Name = "officeLocation", Question = new Question { Text = "Where?", Answer = new Answer.Written("", LongText: false) } };
        var resource = new CatalogResource { Resource = Given.Marketing, Attributes = EquatableArray.Create([asked]) };

        await trial.Write(new TenantWrite.AddItem(Given.CatalogHandle, new ListItem.ResourceOf(resource)));

        Assert.Contains(resource, Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value);
    }

    [Fact]
    public async Task An_attribute_that_stays_keeps_the_id_of_its_question_and_what_nobody_knows_of_it()
    {
        var trial = Company(options => options with { StoresFutureMembers = true }, state: state => Resource(state)["attributes"] = new JsonArray(
            Given.Json("""
                { "name": "officeLocation", "destination": { "@odata.type": "#microsoft.graph.accessPackageUserDirectoryAttributeStore", "comesLater": 1 },
                  "source": { "@odata.type": "#microsoft.graph.accessPackageResourceAttributeQuestion", "question": {
                    "@odata.type": "#microsoft.graph.accessPackageTextInputQuestion", "id": "q-1", "sequence": 7, "text": "Where?", "comesLater": 2 } } }
                """)));
        var asked = new RequiredAttribute { Name = "officeLocation", Question = new Question { Text = "Where do you work?", Answer = new Answer.Written("", LongText: true) } };

        await trial.Write(new TenantWrite.ChangeItem(
            Given.CatalogHandle, new ListItem.ResourceOf(new CatalogResource { Resource = Given.Marketing, Attributes = EquatableArray.Create([asked]) })));

        var attribute = Resource(trial.Emulated.ToState())["attributes"]?[0];
        Assert.Equal("q-1", attribute?["source"]?["question"]?["id"]?.GetValue<string>());
        Assert.Equal((1, 2, 7), (Number(attribute?["destination"], "comesLater"), Number(attribute?["source"]?["question"], "comesLater"), Number(attribute?["source"]?["question"], "sequence")));
    }

    private static int Number(JsonNode? owner, string member) => owner?[member]?.GetValue<int>() ?? -1;

    private static JsonNode Resource(JsonObject state) => state["catalogs"]?[1]?["resources"]?[0] ?? throw new InvalidOperationException("It is gone.");

    private static ListItem.ResourceOf Resource(Reference resource) => new(new CatalogResource { Resource = resource });

    private static ListItem.RoleOf Role(Reference resource, Role role) => new(new ResourceRole { Resource = resource, Role = role });
}
