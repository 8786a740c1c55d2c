using System.Text.Json.Nodes;
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

    [Fact]
    public async Task A_question_of_the_same_text_and_kind_keeps_its_id_and_what_nobody_knows_of_it()
    {
        var trial = Company(options => options with { StoresFutureMembers = true }, RichPolicy.OfTheFuture());
        var questions = EquatableArray.Create<Question>(
        [
            new() { Text = "Why?", Answer = new Answer.Written("", LongText: true) },
            new() { Text = "Where?", Answer = new Answer.Picked([new Choice("Bergen", "n"), new Choice("Berlin (Mitte)", "b")], Several: false) },
            new() { Text = "Cost centre?", Answer = new Answer.Picked([new Choice("1", "1")], Several: false) },
        ]);

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Questions = questions }, Renames: false));

        var stored = trial.StateOfPolicy()["questions"]?.AsArray().OrderBy(question => question?["sequence"]?.GetValue<int>()).ToList() ?? [];
        Assert.Equal(["Why?", "Where?", "Cost centre?"], stored.Select(question => question?["text"]?.GetValue<string>()));
        Assert.Equal("eeeeeeee-0000-4000-8000-000000000002", stored[1]?["id"]?.GetValue<string>());
        Assert.NotEqual("eeeeeeee-0000-4000-8000-000000000001", stored[2]?["id"]?.GetValue<string>());
        Assert.NotNull(stored[1]?["choices"]?[1]?["comesLater"]);
    }

    [Fact]
    public async Task A_review_that_is_switched_off_keeps_what_it_holds()
    {
        var trial = Company();
        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Review = new Review.None() }, Renames: false));

        var review = trial.StateOfPolicy()["reviewSettings"];
        Assert.False(review?["isEnabled"]?.GetValue<bool>());
        Assert.NotNull(review?["schedule"]?["recurrence"]);
    }

    [Fact]
    public async Task A_start_that_is_a_day_off_stays_as_the_service_has_it()
    {
        var trial = Company();
        var review = Assert.IsType<Review.Recurring>(((AssignmentPolicy)(await trial.Actual(Given.PolicyKey)).Entity).Review.Value);
        var nextDay = review with { Starting = review.Starting.AddDays(1), Recommendations = true };

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Review = nextDay }, Renames: false));
        Assert.Equal("2026-01-01T00:00:00Z", trial.StateOfPolicy()["reviewSettings"]?["schedule"]?["startDateTime"]?.GetValue<string>());

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Review = nextDay with { Every = Cadence.Week } }, Renames: false));
        var schedule = trial.StateOfPolicy()["reviewSettings"]?["schedule"];
        Assert.Equal("2026-01-02T00:00:00Z", schedule?["startDateTime"]?.GetValue<string>());
        Assert.Equal("""["friday"]""", schedule?["recurrence"]?["pattern"]?["daysOfWeek"]?.ToJsonString());
    }

    [Fact]
    public async Task Who_may_request_is_what_it_was_when_assignment_becomes_automatic_and_back()
    {
        var trial = Company();
        var before = PolicyState.Without("automatic", trial.StateOfPolicy());
        var automatic = new Automatic.ByRule("(user.department -eq \"Sales\")") { Grace = Duration.OfDays(7) };

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Automatic = automatic }, Renames: false));

        Assert.Empty(PolicyState.Lost(before, PolicyState.Without("automatic", trial.StateOfPolicy())));
        var made = Assert.IsType<AssignmentPolicy>((await trial.Actual(Given.PolicyKey)).Entity);
        Assert.Equal((automatic, new RequestorScope.Unmodelled("automatic: (user.department -eq \"Sales\")")), (made.Automatic.Value, made.Requestors.Value.Who));

        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Requestors = made.Requestors.Value with { MayExtend = true } }, Renames: false));
        Assert.Equal(automatic, ((AssignmentPolicy)(await trial.Actual(Given.PolicyKey)).Entity).Automatic.Value);

        var anyMember = new Requestors { Who = new RequestorScope.Everyone(Population.AnyMember) };
        await trial.Write(new TenantWrite.Update(Given.PolicyHandle, Blank() with { Requestors = anyMember }, Renames: false));
        var back = Assert.IsType<AssignmentPolicy>((await trial.Actual(Given.PolicyKey)).Entity);
        Assert.Equal((anyMember, new Automatic.ByRequest(anyMember.Who, WithoutRequest: false)), (back.Requestors.Value, back.Automatic.Value));
        Assert.Null(trial.StateOfPolicy()["automaticRequestSettings"]);
    }

    public static TheoryData<EntityKind, string> EverySettingOfOthers =>
        Rows(row => !row.IsFixed && row.Item is null, EntityKind.Catalog, EntityKind.AccessPackage, EntityKind.ConnectedOrganization, EntityKind.CustomExtension);

    [Theory]
    [MemberData(nameof(EverySettingOfOthers))]
    public async Task Every_entity_keeps_all_that_is_not_declared_through_an_update_of_any_setting(EntityKind kind, string setting)
    {
        var leaf = Language.Of(kind).Leaf(setting) ?? throw new InvalidOperationException(setting);
        var own = leaf.Field.Graph.Select(member => $"/{member.Split('.')[1]}").ToList();
        foreach (var sample in Sampler.Of(leaf.Field.Shape))
        {
            var trial = Company(options => options with { StoresFutureMembers = true }, state: AddFuture);
            var before = Collected(trial, kind, own);

            await Write(trial, Target(kind), leaf, sample, (await trial.Actual(Target(kind).Key)).Entity);

            Assert.Empty(PolicyState.Lost(before, Collected(trial, kind, own)));
        }
    }

    private static AssignmentPolicy Blank() => new() { Catalog = Given.CatalogName, Package = Given.PackageName, Name = Given.PolicyName };

    private static void AddFuture(JsonObject state)
    {
        foreach (var kind in (EntityKind[])[EntityKind.Catalog, EntityKind.AccessPackage, EntityKind.ConnectedOrganization, EntityKind.CustomExtension])
        {
            StateOf(state, kind)["comesLater"] = new JsonObject { ["deep"] = true };
        }

        foreach (var member in (string[])["endpointConfiguration", "clientConfiguration"])
        {
            (StateOf(state, EntityKind.CustomExtension)[member] as JsonObject)?.Add("comesLater", 1);
        }
    }

    private static SortedDictionary<string, string> Collected(Trial trial, EntityKind kind, List<string> own)
    {
        var places = PolicyState.Without(null, (JsonObject)StateOf(trial.Emulated.ToState(), kind));
        foreach (var place in places.Keys.Where(place => place is "/lastModifiedDateTime" || own.Exists(start => place.StartsWith(start, StringComparison.Ordinal))).ToList())
        {
            places.Remove(place);
        }

        return places;
    }

    private static JsonNode StateOf(JsonObject state, EntityKind kind) => (kind switch
    {
        EntityKind.Catalog => state["catalogs"]?[1],
        EntityKind.AccessPackage => state["catalogs"]?[1]?["accessPackages"]?[0],
        EntityKind.CustomExtension => state["catalogs"]?[1]?["customWorkflowExtensions"]?[0],
        _ => state["connectedOrganizations"]?[0],
    }) ?? throw new InvalidOperationException("It is gone.");
}
