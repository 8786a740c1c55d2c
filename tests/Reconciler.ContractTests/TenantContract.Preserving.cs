using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    public static TheoryData<string> EverySettingOfAPolicy => [.. Language.Of(EntityKind.AssignmentPolicy).Settings.Select(row => row.Key)];

    [Theory]
    [MemberData(nameof(EverySettingOfAPolicy))]
    public async Task A_policy_keeps_all_that_is_not_declared_through_an_update_of_any_setting(string setting)
    {
        var table = Language.Of(EntityKind.AssignmentPolicy);
        var field = table.Setting(setting);
        foreach (var sample in Sampler.Of(field.Shape).Where(sample => sample is not Approval.None))
        {
            var trial = Company(options => options with { StoresFutureMembers = true }, RichPolicy.OfTheFuture());
            var before = PolicyState.Without(setting, trial.StateOfPolicy());
            await trial.Write(new TenantWrite.Update(Given.PolicyHandle, (Entity)field.With(table.Blank(Given.PolicyKey), sample), Renames: false));
            var settled = trial.StateOfPolicy();

            Assert.Empty(PolicyState.Lost(before, PolicyState.Without(setting, settled)));

            // The first write spells out what was implied before; from then on nothing moves.
            await trial.Write(new TenantWrite.Update(Given.PolicyHandle, (Entity)field.With(table.Blank(Given.PolicyKey), sample), Renames: false));
            Assert.Empty(PolicyState.Lost(PolicyState.Without(null, settled), PolicyState.Without(null, trial.StateOfPolicy())));
        }
    }

    [Fact]
    public async Task Writing_what_is_there_already_leaves_the_policy_as_it_is()
    {
        var trial = Company(options => options with { StoresFutureMembers = true }, RichPolicy.OfTheFuture());
        var actual = await trial.Actual(Given.PolicyKey);
        var before = PolicyState.Without(null, trial.StateOfPolicy());

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, actual.Entity, Renames: true));

        Assert.Empty(PolicyState.Lost(before, PolicyState.Without(null, trial.StateOfPolicy())));
        Assert.Equal(actual, await trial.Actual(Given.PolicyKey));
    }

    [Fact]
    public async Task An_approver_or_requestor_that_stays_keeps_what_the_tenant_says_of_it()
    {
        var trial = Company(options => options with { StoresFutureMembers = true }, RichPolicy.OfTheFuture());
        var changes = new AssignmentPolicy
        {
            Catalog = Given.CatalogName,
            Package = Given.PackageName,
            Name = Given.PolicyName,
            Requestors = new Requestors { Who = new RequestorScope.Listed([Given.Ana, Given.Marketing]) },
            Approval = new Approval.Required
            {
                Stages = [new ApprovalStage { Approvers = [new Subject.Principal(Given.Ana), new Subject.Manager(2)], Fallback = [new Subject.Principal(Given.Isaiah)] }],
            },
        };

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, changes, Renames: false));

        var policy = trial.StateOfPolicy();
        Assert.NotNull(policy["specificAllowedTargets"]?[0]?["comesLater"]);
        Assert.Equal(Given.Ana.Id, policy["specificAllowedTargets"]?[1]?["userId"]?.GetValue<string>());
        var stage = policy["requestApprovalSettings"]?["stages"]?[0];
        Assert.NotNull(stage?["primaryApprovers"]?[0]?["comesLater"]);
        Assert.NotNull(stage?["comesLater"]);
    }

    [Fact]
    public async Task Approval_that_is_taken_away_takes_its_stages_with_it()
    {
        var trial = Company();
        var changes = new AssignmentPolicy { Catalog = Given.CatalogName, Package = Given.PackageName, Name = Given.PolicyName, Approval = new Approval.None() };
        var before = PolicyState.Without("approval", trial.StateOfPolicy());

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, changes, Renames: false));

        var lost = PolicyState.Lost(before, PolicyState.Without("approval", trial.StateOfPolicy()));
        Assert.NotEmpty(lost);
        Assert.All(lost, place => Assert.StartsWith("/requestApprovalSettings/stages", place, StringComparison.Ordinal));
    }
}
