using Reconciler.Applying;
using Reconciler.Cli;
using Reconciler.Cli.Output;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Markdown;

public sealed class OutcomeMarkdownTests
{
    [Fact]
    public void What_went_wrong_is_in_sight_and_what_is_done_is_folded()
    {
        var (one, two, three) = (Change("One"), Change("Two"), Change("Three"));
        var refused = new TenantException(TenantProblem.Refused, "Ask @all, it's <b>taken</b>");

        var markdown = OutcomeMarkdown.Of(new Outcome
        {
            Planned = Planned(one, two, three),
            Report = new ApplyReport([new ChangeOutcome.Applied(one), new ChangeOutcome.Failed(two, refused, 1), new ChangeOutcome.Skipped(three, "Two failed")], WasStopped: false),
            PlannedAgain = Planned(two),
        });

        Assert.StartsWith(
            """
            ## Applied 1 of 3 changes, 1 failed, 1 skipped.

            **Planned again, and the tenant is still not as declared:**

            **Plan: 1 to change**

            Tenant: Contoso (`1`)

            ### Change catalog Two

            - **failed** change catalog Two: Ask `@all`, it's `<b>taken</b>` (1 of its writes were made before)

            - **skipped** change catalog Three: Two failed

            <details>
            <summary>1 done</summary>

            - **done** change catalog One

            </details>

            ## Plan: 3 to change

            """,
            markdown,
            StringComparison.Ordinal);
        Assert.EndsWith("\n\n**Applied 1 of 3 changes, 1 failed, 1 skipped.**\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_that_could_not_be_read_is_no_plan()
    {
        var planned = Planned();

        Assert.Equal(
            "## No plan: the read is incomplete.\n\nThe tenant could not be read as a whole, so nothing is planned and nothing would be deleted:\n\n- catalogs: 403\n\n**No plan: the read is incomplete.**\n",
            OutcomeMarkdown.Of(new Outcome { Planned = planned with { Plan = planned.Plan with { Gaps = ["catalogs: 403"] } } }));
    }

    [Fact]
    public void Trouble_and_a_stop_are_said_where_there_is_nothing_else()
    {
        Assert.StartsWith("## 1 error.\n\n- **error RCN623** Another run holds it.", OutcomeMarkdown.Of(new Outcome { Trouble = new TenantException(TenantProblem.Held, "Another run holds it.") }), StringComparison.Ordinal);
        Assert.Equal("## Stopped, as asked.\n", OutcomeMarkdown.Of(new Outcome { Findings = [], WasStopped = true }));
    }

    [Fact]
    public void More_errors_than_there_is_room_for_are_counted()
    {
        var errors = Enumerable.Range(0, 2000).Select(i => new Diagnostic("RCN301", Severity.Error, new SourceSpan("policies/a.yaml", i + 1, 1), "Something is wrong.", "Mend it.")).ToEquatableArray();

        var markdown = OutcomeMarkdown.Of(new Outcome { Findings = errors });

        Assert.InRange(markdown.Length, 58_000, MarkdownDocument.Limit);
        Assert.StartsWith("## 2000 errors.\n\n- **error RCN301** `policies/a.yaml:1:1`: Something is wrong. Mend it.\n", markdown, StringComparison.Ordinal);
        Assert.Matches(@"\*\*\d+ more findings are in the artifact \(plan\.json\); \d+ of them take", markdown);
    }

    private static PlannedChange.Update Change(string name) => new() { Key = EntityKey.Catalog(name), Reason = "" };

    private static PlannedRun Planned(params PlannedChange[] changes) =>
        new(new Plan { TenantId = "1", TenantName = "Contoso", Changes = changes.ToEquatableArray() }, Bindings.None("1"), []);
}
