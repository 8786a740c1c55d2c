using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    [Fact]
    public async Task A_resource_can_be_used_as_soon_as_it_was_added()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Odd, Role = GroupRole.Owner };

        await trial.Write(new TenantWrite.AddResource(Given.CatalogHandle, Given.Odd));
        await trial.Write(new TenantWrite.AddResourceRole(Given.PackageHandle, Given.CatalogHandle, role));

        Assert.Contains(Given.Odd, Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value);
        Assert.Contains(role, Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity).ResourceRoles.Value);
    }

    [Fact]
    public async Task Adding_what_is_there_changes_nothing()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Marketing };
        var before = await trial.Snapshot();

        var first = await trial.Write(new TenantWrite.AddResourceRole(Given.PackageHandle, Given.CatalogHandle, role));
        Assert.Equal(first, await trial.Write(new TenantWrite.AddResourceRole(Given.PackageHandle, Given.CatalogHandle, role)));
        Assert.Equal("cccccccc-0000-4000-8000-000000000011", await trial.Write(new TenantWrite.AddResource(Given.CatalogHandle, Given.Marketing)));

        Assert.Equal(before, await trial.Snapshot());
    }

    [Fact]
    public async Task What_was_removed_is_gone_and_removing_it_again_is_no_error()
    {
        var trial = Company();
        var role = new ResourceRole { Resource = Given.Marketing };
        for (var time = 0; time < 2; time++)
        {
            await trial.Write(new TenantWrite.RemoveResourceRole(Given.PackageHandle, Given.CatalogHandle, role));
            await trial.Write(new TenantWrite.RemoveResource(Given.CatalogHandle, Given.Marketing));
        }

        Assert.Equal([Given.Approvers], Assert.IsType<Catalog>((await trial.Actual(Given.CatalogHandle.Key)).Entity).Resources.Value);
        var left = Assert.Single(Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity).ResourceRoles.Value);
        Assert.Equal(Given.Approvers, left.Resource);
    }

    [Fact]
    public async Task A_resource_in_use_is_refused_after_a_while()
    {
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(new TenantWrite.RemoveResource(Given.CatalogHandle, Given.Marketing)));

        Assert.Equal("InvalidDeleteResourceHasEntitlements", refusal.Code);
    }

    [Fact]
    public async Task A_role_of_a_group_that_is_no_resource_is_refused()
    {
        var write = new TenantWrite.AddResourceRole(Given.PackageHandle, Given.CatalogHandle, new ResourceRole { Resource = Given.Odd });
        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(write));

        Assert.Contains("is no resource of the catalog \"Finance\"", refusal.Message, StringComparison.Ordinal);
    }
}
