using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    private static readonly DirectAssignment Wanted = new()
    {
        Catalog = Given.CatalogName,
        Package = Given.PackageName,
        User = Given.OHara,
        Policy = Given.Direct,
    };

    [Fact]
    public async Task A_direct_assignment_is_made_and_never_twice()
    {
        var trial = Company();
        var until = new DateTimeOffset(2030, 6, 30, 23, 59, 59, TimeSpan.FromHours(2));

        var id = await trial.Write(new TenantWrite.Create(Wanted with { Until = until }, Given.PackageHandle));
        Assert.Equal(id, await trial.Write(new TenantWrite.Create(Wanted, Given.PackageHandle)));

        var assignments = await trial.Tenant.ReadAssignmentsAsync([Given.Package], CancellationToken.None);
        var made = Assert.Single(assignments, assignment => assignment.TargetId == Given.OHara.Id);
        Assert.Equal((id, Given.Direct.Id, until), (made.Id, made.PolicyId, made.End));
    }

    [Fact]
    public async Task Who_holds_it_already_is_left_alone() =>
        Assert.Equal("dddddddd-0000-4000-8000-000000000001", await Company().Write(new TenantWrite.Create(Wanted with { User = Given.Megan }, Given.PackageHandle)));

    [Fact]
    public async Task An_assignment_that_does_not_arrive_is_said_after_a_while()
    {
        var trial = Company(options => options with { Delivery = Reconciler.Emulator.Behaving.DeliveryOutcome.Never });

        var trouble = await Assert.ThrowsAsync<TenantException>(() => trial.Write(new TenantWrite.Create(Wanted, Given.PackageHandle)));

        Assert.Equal(TenantProblem.Unavailable, trouble.Problem);
        Assert.StartsWith(
            "Creating the assignment of \"o'hara+1@woodgrove.example\" in \"Finance / Expense approver\" was accepted, but the request ", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_policy_does_not_allow_is_said_in_the_services_words()
    {
        var unknown = Wanted with { Policy = Given.Direct with { Id = "cccccccc-0000-4000-8000-0000000000ff" } };

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Company().Write(new TenantWrite.Create(unknown, Given.PackageHandle)));

        Assert.Contains("failed: Graph answered ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assignment_is_neither_changed_nor_deleted()
    {
        var trial = Company();
        var handle = new Handle(Wanted.Key, "dddddddd-0000-4000-8000-000000000001", Given.PackageHandle);

        await Assert.ThrowsAsync<TenantException>(() => trial.Write(new TenantWrite.Delete(handle)));
        await Assert.ThrowsAsync<TenantException>(() => trial.Write(new TenantWrite.Update(handle, Wanted, Renames: false)));
        Assert.Single(await trial.Tenant.ReadAssignmentsAsync([Given.Package], CancellationToken.None));
    }
}
