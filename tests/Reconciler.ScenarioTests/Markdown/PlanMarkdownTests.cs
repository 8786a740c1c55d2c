using Reconciler.Cli;
using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Markdown;

public sealed class PlanMarkdownTests
{
    [Fact]
    public void No_changes_is_one_exact_sentence() => Assert.Equal("## No changes.\n", Report([]));

    [Fact]
    public void What_takes_away_stands_first()
    {
        var markdown = Report([Plain("A"), Wide("B"), Narrow("C"), Delete("D"), Plain("E")]);

        Assert.Equal(["Plan: 1 to add, 3 to change, 1 to delete", "Change access package F / C · narrows", "Delete access package F / D · narrows", "Change access package F / A", "Add assignment policy F / P / B · widens", "Change access package F / E"], new Rendered(markdown).Headings);
        Assert.Contains("Access: 1 change widens it, 2 changes narrow it.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_away_or_gives_is_not_hidden_behind_a_crowd_of_what_does_neither()
    {
        var markdown = Report([.. Enumerable.Range(0, 2000).Select(i => Plain($"Crowd {i}")), Wide("Way in"), Delete("Gone"), Narrow("Less")]);

        Assert.InRange(markdown.Length, 58_000, MarkdownDocument.Limit);
        Assert.Contains("### Delete access package F / Gone · narrows", markdown, StringComparison.Ordinal);
        Assert.Contains("### Change access package F / Less · narrows", markdown, StringComparison.Ordinal);
        Assert.Contains("### Add assignment policy F / P / Way in · widens", markdown, StringComparison.Ordinal);
        Assert.Matches(@"\*\*\d+ more changes are in the artifact \(plan\.json\)\.\*\*\n\n\*\*Plan: ", markdown);
    }

    [Fact]
    public void The_largest_goes_first()
    {
        var markdown = Report([Plain("Huge", 900), .. Enumerable.Range(0, 30).Select(i => Plain($"Small {i}")), Plain("Larger", 700)]);

        Assert.DoesNotContain("Huge", markdown, StringComparison.Ordinal);
        Assert.Contains("F / Larger", markdown, StringComparison.Ordinal);
        Assert.Contains("F / Small 29", markdown, StringComparison.Ordinal);
        Assert.Contains("**1 more change is in the artifact (plan.json).**", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_more_can_go_what_takes_away_is_named_without_its_lines()
    {
        var markdown = Report([Narrow("Huge", 3000), Delete("Gone"), Plain("Words")]);

        Assert.Contains("### Change access package F / Huge · narrows", markdown, StringComparison.Ordinal);
        Assert.Contains("### Delete access package F / Gone · narrows", markdown, StringComparison.Ordinal);
        Assert.Contains("**1 change is in full in the artifact (plan.json).**", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_even_that_is_too_much_it_stops_and_says_how_much_there_is()
    {
        var markdown = Report([.. Enumerable.Range(0, 5000).Select(i => Delete($"Package {i}"))]);

        Assert.InRange(markdown.Length, 50_000, MarkdownDocument.Limit);
        Assert.Matches(@"\*\*\d+ more changes are in the artifact \(plan\.json\); \d+ of them take something away or stand against the plan, and there is no room for them here\.\*\*", markdown);
        Assert.EndsWith("**Plan: 5000 to delete**\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_before_the_changes_and_says_that_nothing_is_applied()
    {
        var markdown = Report([Delete("Gone")], new Refusal("RCN431", EntityKey.Package("F", "Gone"), new SourceSpan("policies/f.yaml", 3, 1), "It has 2 assignments.", "Remove them first."));

        Assert.Contains("**Nothing of this plan will be applied.**\n\n- **error RCN431** `policies/f.yaml:3:1`: It has 2 assignments. Remove them first.\n\n### Delete", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_create_the_defaults_are_folded_and_of_what_gives_nothing_all()
    {
        var policy = Wide("Way in") with { Fields = [Set("requestors.who", "anyUser"), .. Enumerable.Range(0, 12).Select(i => Set($"setting {i}", "true") with { IsDefault = true })] };
        var package = new PlannedChange.Create(new AccessPackage { Catalog = "F", Name = "Long" }) { Key = EntityKey.Package("F", "Long"), Reason = "", Fields = [.. Enumerable.Range(0, 12).Select(i => Set($"role {i}", "x"))] };

        var markdown = Report([policy, package]);

        Assert.Contains("| The value of it: anyUser. | `requestors.who` |\n\n<details>\n<summary>12 settings by default</summary>\n\n| what", markdown, StringComparison.Ordinal);
        Assert.Contains("### Add access package F / Long\n\n<details>\n<summary>12 settings</summary>\n\n| what", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_says_what_changes_whom_it_touches_and_by_which_key()
    {
        var change = new PlannedChange.Update
        {
            Key = EntityKey.Policy("F", "P", "Staff"),
            Reason = "",
            Unchanged = 1,
            Fields =
            [
                Set("expiration.after", "30 days") with { Old = "60 days", Effect = Effect.Narrows, Touches = Touches.FutureRequestors, IsDefault = true },
                new FieldChange { Path = "", Label = "approvers", Kind = FieldChangeKind.Removed, Old = "x", Sentence = "Who approves: user \"megan@contoso.com\" is taken away." },
                Set("approval", "none") with { Old = "1 stage", Effect = Effect.Widens, Parts = [Set("stage 1.approvers", "manager: 1") with { Sentence = "Until now: the manager." }] },
            ],
        };

        Assert.Contains(
            """
            ### Change assignment policy F / P / Staff · widens and narrows

            | what | effect | setting |
            |---|---|---|
            | The value of it: 30 days. | narrows, for future requests | `expiration.after` (default) |
            | Who approves: user `"megan@contoso.com"` is taken away. |  | `approvers` |
            | The value of it: none. | widens | `approval` |
            | ↳ Until now: the manager. |  | `stage 1.approvers` |

            1 setting is unchanged.

            """,
            Report([change]),
            StringComparison.Ordinal);
    }

    private static string Report(IEnumerable<PlannedChange> changes, params Refusal[] refusals) => OutcomeMarkdown.Of(new Outcome
    {
        Planned = new PlannedRun(
            new Plan { TenantId = "7f3c0000-0000-4000-8000-000000000001", TenantName = "Contoso", Changes = changes.ToEquatableArray() },
            Bindings.None("7f3c0000-0000-4000-8000-000000000001"),
            refusals.ToEquatableArray()),
    });

    private static PlannedChange.Update Plain(string name, int lines = 1) => Update(name, lines, Effect.Neutral);

    private static PlannedChange.Update Narrow(string name, int lines = 1) => Update(name, lines, Effect.Narrows);

    private static PlannedChange.Update Update(string name, int lines, Effect effect) => new()
    {
        Key = EntityKey.Package("F", name),
        Reason = "",
        Fields = [.. Enumerable.Range(0, lines).Select(i => Set($"setting {i}", "\"some text\"") with { Old = "\"another text\"", Effect = effect })],
    };

    private static PlannedChange.Create Wide(string name) =>
        new(new AssignmentPolicy { Catalog = "F", Package = "P", Name = name, Requestors = new Requestors { Who = new RequestorScope.Everyone(Population.AnyUser) } })
        {
            Key = EntityKey.Policy("F", "P", name),
            Reason = "",
        };

    private static PlannedChange.Delete Delete(string name) =>
        new(new ActualEntity(new AccessPackage { Catalog = "F", Name = name }, "1", null), []) { Key = EntityKey.Package("F", name), Reason = "It is no longer declared" };

    private static FieldChange Set(string label, string value) =>
        new() { Path = label, Label = label, Kind = FieldChangeKind.Set, New = value, Sentence = $"The value of it: {value}." };
}
