using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Planning;

public sealed class ComparingTests
{
    private static readonly Reference A = Given.Group("A");
    private static readonly Reference B = Given.Group("B");
    private static readonly Reference Megan = Given.User("megan@woodgrove.example");

    // Microsoft365DSC#5534: an empty list was taken for an absent one.
    [Fact]
    public void A_setting_that_is_not_written_never_appears_and_an_empty_list_does()
    {
        World.WithFinance(A).Declare(Given.Package()).Has(Given.HeldPackage("Reader", "Finance", A) with { Description = "theirs", Hidden = true }, "p1", "c1").Plan().Is();

        var field = World.WithFinance(A).Declare(Given.Package().Giving()).Has(Given.HeldPackage("Reader", "Finance", A), "p1", "c1").Plan().OnlyField();
        Assert.Equal((FieldChangeKind.Removed, "group \"A\" (role: member)"), (field.Kind, field.Old));
    }

    // Microsoft365DSC#6452: another order was a difference on every run.
    [Fact]
    public void Sets_are_compared_without_their_order() =>
        World.WithFinance(A, B).Declare(Given.Package().Giving(B, A)).Has(Given.HeldPackage("Reader", "Finance", A, B), "p1", "c1").Plan().Is();

    // Microsoft365DSC#7412, #7386: names against ids never converged; an equal role was removed and added.
    [Fact]
    public void An_equal_role_is_neither_removed_nor_added_when_another_joins_it()
    {
        var plan = World.WithFinance(A, B).Declare(Given.Package().Giving(A, B)).Has(Given.HeldPackage("Reader", "Finance", A), "p1", "c1").Plan();

        Assert.Equal("group \"B\" (role: member)", plan.OnlyField().New);
        Assert.Equal(B.Bound(), Assert.IsType<TenantWrite.AddItem>(Assert.Single(plan.Steps).Write).Item.Names);
    }

    [Fact]
    public void A_group_that_was_renamed_in_the_directory_is_the_same_group() =>
        new World().Declare(Given.Catalog("Finance", A)).Has(new Catalog { Name = "Finance", Resources = Given.Holding(A.Bound() with { Name = "A, as it was" }) }, "c1").Plan().Is();

    [Fact]
    public void The_same_resource_in_another_role_is_a_role_added_and_a_role_removed()
    {
        var package = Given.Package() with { ResourceRoles = EquatableArray.Create<ResourceRole>([new() { Resource = A, Role = new Role.OfGroup(GroupRole.Owner) }]) };
        var plan = World.WithFinance(A).Declare(package).Has(Given.HeldPackage("Reader", "Finance", A), "p1", "c1").Plan();

        Assert.Equal([typeof(TenantWrite.AddItem), typeof(TenantWrite.RemoveItem)], plan.Steps.Select(s => s.Write.GetType()));
    }

    [Fact]
    public void Stages_are_compared_by_position()
    {
        var field = World.WithPolicy(
            Given.Policy() with { Approval = Given.Approval(Given.Stage(A), Given.Stage(A, B)) },
            Given.HeldPolicy() with { Approval = Given.Approval(Given.Stage(A.Bound()), Given.Stage(A.Bound())) }).Plan().OnlyField();

        Assert.Equal(("approval.stages[1].approvers[1]", "approval.stage 2.approvers", FieldChangeKind.Added), (field.Path, field.Label, field.Kind));
    }

    // azuread#1894: an approver that is the requestor's manager was planned on every run.
    [Fact]
    public void Managers_and_sponsors_equal_themselves()
    {
        Subject[] approvers = [new Subject.Manager(1), new Subject.Sponsors(SponsorKind.Internal)];
        var approval = Given.Approval(Given.Stage(approvers) with { Fallback = EquatableArray.Create<Subject>([new Subject.Sponsors(SponsorKind.OfUser)]) });

        World.WithPolicy(Given.Policy() with { Approval = approval }, Given.HeldPolicy() with { Approval = approval }).Plan().Is();
    }

    [Fact]
    public void A_stage_more_and_a_stage_less_are_one_line_each()
    {
        var one = Given.Approval(Given.Stage(A));
        var two = Given.Approval(Given.Stage(A), Given.Stage(B));

        var more = World.WithPolicy(Given.Policy() with { Approval = two }, Given.HeldPolicy() with { Approval = Bound(one) }).Plan().OnlyField();
        var less = World.WithPolicy(Given.Policy() with { Approval = one }, Given.HeldPolicy() with { Approval = Bound(two) }).Plan().OnlyField();
        Assert.Equal((FieldChangeKind.Added, Effect.Narrows, "approval.stage 2"), (more.Kind, more.Effect, more.Label));
        Assert.Equal((FieldChangeKind.Removed, Effect.Widens, "{ approvers: [group \"B\"] }"), (less.Kind, less.Effect, less.Old));
    }

    [Fact]
    public void A_change_of_form_is_one_line_with_both_in_words()
    {
        var field = World.WithPolicy(
            Given.Policy() with { Requestors = Given.Asking(Given.Listed(A, Megan)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Everyone(Population.AnyUser)) }).Plan().OnlyField();

        Assert.Equal(("requestors.who", "anyUser", "[group \"A\", user \"megan@woodgrove.example\"]"), (field.Path, field.Old, field.New));
    }

    [Theory]
    [InlineData("approval")]
    [InlineData("expiration")]
    [InlineData("who")]
    [InlineData("approver")]
    public void What_the_language_has_no_word_for_is_shown_in_words_and_overwritten_only_where_declared(string where)
    {
        var held = where switch
        {
            "approval" => Given.HeldPolicy() with { Approval = new Approval.Unmodelled("a strange thing") },
            "expiration" => Given.HeldPolicy() with { Expiration = new Expiration.Unmodelled("a strange thing") },
            "who" => Given.HeldPolicy() with { Requestors = Given.Asking(new RequestorScope.Unmodelled("a strange thing")) },
            _ => Given.HeldPolicy() with { Approval = Given.Approval(Given.Stage([new Subject.Unmodelled("a strange thing"), new Subject.Manager(1)])) },
        };
        var declared = Given.FullPolicy() with { Approval = where == "approver" ? Given.Approval(Given.Stage([new Subject.Manager(1)])) : new Approval.None() };

        Assert.Equal("a strange thing", World.WithPolicy(declared, held).Plan().OnlyField().Old);
        World.WithPolicy(Given.Policy(), held).Plan().Is();
    }

    [Fact]
    public void A_principal_that_was_deleted_from_the_directory_is_shown_by_its_id()
    {
        var field = World.WithPolicy(
            Given.Policy() with { Requestors = Given.Asking(Given.Listed(A)) },
            Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(A.Bound(), Given.Dangling("g-gone"))) }).Plan().OnlyField();

        Assert.Equal("group g-gone (deleted from the directory)", field.Old);
    }

    [Fact]
    public void Instants_within_a_second_are_equal_and_lengths_are_equal_however_written()
    {
        var end = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

        World.WithPolicy(
            Given.Policy() with { Expiration = new Expiration.Until(end) },
            Given.HeldPolicy() with { Expiration = new Expiration.Until(end.ToOffset(TimeSpan.FromHours(5)).AddMilliseconds(1)) }).Plan().Is();
        World.WithPolicy(
            Given.Policy() with { Expiration = new Expiration.After(Duration.OfDays(2)) },
            Given.HeldPolicy() with { Expiration = new Expiration.After(new Duration(TimeSpan.FromHours(48))) }).Plan().Is();
    }

    [Fact]
    public void A_line_stands_where_its_value_was_written_else_where_what_holds_it_was()
    {
        var declared = Given.Policy() with { Requestors = Given.Asking(Given.Listed(A, B)), Expiration = new Expiration.After(Duration.OfDays(5)) };
        var plan = World.WithPolicy(declared, Given.HeldPolicy() with { Requestors = Given.Asking(Given.Listed(A.Bound())) })
            .WrittenAt(declared, "", 1).WrittenAt(declared, "requestors.who", 2).WrittenAt(declared, "requestors.who[1]", 3).WrittenAt(declared, "expiration", 4).Plan();

        Assert.Equal([("requestors.who[1]", 3), ("expiration", 4)], plan.Changes[0].Fields.Select(f => (f.Path, f.Where?.Line ?? 0)));
        Assert.Equal(3, plan.Changes[0].Where?.Line);
    }

    [Fact]
    public void What_is_new_says_its_defaults_and_marks_them()
    {
        var catalog = new Catalog { Name = "Finance", Description = "Books" };
        var fields = new World().Declare(catalog).WrittenAt(catalog, "description", 3).Plan().Changes[0].Fields;

        Assert.Equal([("description", false), ("enabled", true), ("enabledForExternalUsers", true)], fields.Select(f => (f.Path, f.IsDefault)));
    }

    [Fact]
    public void Settings_that_are_as_declared_are_counted()
    {
        var plan = World.WithPolicy(Given.FullPolicy() with { Expiration = new Expiration.After(Duration.OfDays(1)) }, Given.HeldPolicy()).Plan();

        Assert.Equal(2, plan.Changes[0].Unchanged);
        Assert.Equal(["expiration"], plan.Changes[0].Fields.Select(f => f.Path));
    }

    [Fact]
    public void Words_of_the_tenant_can_not_move_a_terminal()
    {
        var field = World.WithPolicy(Given.Policy() with { Description = "plain" }, Given.HeldPolicy() with { Description = "\u001b[2J\u202e\"\\\n\ud800" }).Plan().OnlyField();

        Assert.Equal("\"\\u{1b}[2J\\u{202e}\\\"\\\\\\n\ufffd\"", field.Old);
    }

    [Fact]
    public void Two_names_of_one_group_are_one_item()
    {
        var plan = new World().Knows("Same", "g1").Knows("g1", "Same").Declare(Given.Catalog("Finance", Given.Group("Same"), Given.Group("Same") with { Id = "g1" })).Plan();

        Assert.Single(plan.Steps.Select(s => s.Write).OfType<TenantWrite.AddItem>());
    }

    private static Approval Bound(Approval approval) => approval is not Approval.Required required ? approval : required with
    {
        Stages = required.Stages.Select(s => s with
        {
            Approvers = s.Approvers.Select(a => a is Subject.Principal p ? new Subject.Principal(p.Who.Bound()) : a).ToEquatableArray(),
        }).ToEquatableArray(),
    };
}
