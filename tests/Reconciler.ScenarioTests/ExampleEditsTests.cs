namespace Reconciler.ScenarioTests;

/// <summary>Each file of the example edited, and each removed: the plan has that edit and nothing else.</summary>
public sealed class ExampleEditsTests : IDisposable
{
    private readonly TryFolder _folder = new();
    private readonly TestCli _cli;

    public ExampleEditsTests()
    {
        Checkout.Copy("policies-example", _folder.Path);
        _cli = new TestCli(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, string, string[]> Edits => new()
    {
        {
            "policies/templates.yaml", "every: quarter", "every: month",
            [
                "~ change assignment policy Partners / Campaign material / Any partner · narrows  policies/templates.yaml:16", "review.every: quarter → month · narrows, for those who hold it now",
                "~ change assignment policy Partners / Campaign material / Fabrikam · narrows  policies/templates.yaml:16", "review.every: quarter → month · narrows, for those who hold it now",
            ]
        },
        {
            "policies/organizations.yaml", "Prints the statements", "Prints the invoices",
            ["~ change connected organization Fabrikam  policies/organizations.yaml:5", "description: \"Prints the statements\" → \"Prints the invoices\""]
        },
        {
            "policies/organizations.yaml", "internal: [ { user: diego@woodgrove.example } ]", "internal: []",
            ["~ change connected organization Contoso Audit · narrows  policies/organizations.yaml:19", "- sponsors.internal: user \"diego@woodgrove.example\" · narrows, for future requests"]
        },
        {
            "reconciler.yaml", "contractors: [ { group: Contractors NO } ]", "contractors: [ { group: Contractors NO }, { group: Auditors } ]",
            ["~ change assignment policy Partners / Statements / Contractors · widens  reconciler.yaml:12", "+ requestors.who: group \"Auditors\" · widens, for future requests"]
        },
        {
            "policies/tenant.yaml", "deleteAfter: 30 days", "deleteAfter: 60 days",
            ["~ change settings · widens  policies/tenant.yaml:7", "externalUserLifecycle.deleteAfter: 30 days → 60 days · widens, for the guests of today"]
        },
        {
            "policies/tenant.yaml", "{ user: megan@woodgrove.example }", "{ group: Auditors }",
            [
                "~ change tenant roles · widens and narrows  policies/tenant.yaml:12",
                "- connectedOrganizationAdministrators: user \"megan@woodgrove.example\" · narrows, for those who run it",
                "+ connectedOrganizationAdministrators: group \"Auditors\" · widens, for those who run it",
            ]
        },
        {
            "policies/finance.yaml", "pattern: '^[0-9]{4}$'", "pattern: '^[0-9]{6}$'",
            ["~ change assignment policy Finance / Ledger / Employees  policies/finance.yaml:38", "question 1.pattern: \"^[0-9]{4}$\" → \"^[0-9]{6}$\""]
        },
        {
            "policies/finance.yaml", "  - { group: Auditors }\n", "",
            ["~ change access package Finance / Ledger approval · widens  policies/finance.yaml:58", "- incompatibleWith: group \"Auditors\" · widens, for future requests"]
        },
        {
            "policies/sales.yaml", "grace: 7 days", "grace: 14 days",
            ["~ change assignment policy Sales / Sales basics / Sales people · widens  policies/sales.yaml:22", "automatic.grace: 7 days → 14 days · widens, for those who hold it now"]
        },
        {
            "policies/sales.yaml", "required: true", "required: false",
            ["~ change catalog Sales  policies/sales.yaml:8", "resources application \"Salesforce\".attributes \"officeLocation\".question.required: true → false"]
        },
        {
            "policies/partners.yaml", "lasting: 90 days", "lasting: 30 days",
            ["~ change assignment policy Partners / Campaign material / Fabrikam · narrows  policies/partners.yaml:21", "expiration.after: 90 days → 30 days · narrows, for future requests"]
        },
        {
            "policies/general/catalog.yaml", "resources:\n", "description: Built in\nresources:\n",
            ["~ change catalog General  policies/general/catalog.yaml:7", "description: \"Built-in catalog.\" → \"Built in\""]
        },
        {
            "policies/general/external-user-package.yaml", "requestorJustification: true", "requestorJustification: false",
            ["~ change assignment policy General / External user package / All external users  policies/general/external-user-package.yaml:16", "approval.requestorJustification: true → false"]
        },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_is_the_whole_plan(string file, string written, string edited, string[] expected)
    {
        await _cli.RunAsync("apply", "--yes");
        Edit(file, written, edited);

        var plan = await _cli.RunAsync("plan", "--detailed-exitcode");

        Assert.Equal(2, plan.ExitCode);
        Assert.Equal(expected, Changes(plan.Out));
        Assert.Equal(0, (await _cli.RunAsync("apply", "--yes")).ExitCode);
        Assert.Empty(Changes((await _cli.RunAsync("plan")).Out));
    }

    [Fact]
    public async Task An_exception_that_has_ended_is_said_and_what_it_left_alone_is_compared_again()
    {
        await _cli.RunAsync("apply", "--yes");
        Edit("policies/partners.yaml", "Reading the marketing site", "Reading all of it");
        Assert.Empty(Changes((await _cli.RunAsync("plan")).Out));

        Edit("policies/exceptions.yaml", "until: 2027-06-30", "until: 2025-06-30");

        var plan = await _cli.RunAsync("plan");
        Assert.Equal(["~ change access package Partners / Campaign material  policies/partners.yaml:14", "description: \"Reading the marketing site\" → \"Reading all of it\""], Changes(plan.Out));
        Assert.Contains("warning RCN206: The Ignore of description of \"Partners / Campaign material\" ended on 2025-06-30", plan.Out, StringComparison.Ordinal);
    }

    public static TheoryData<string, int, string[]> Removals => new()
    {
        { "policies/sales.yaml", 0, ["- delete catalog Sales", "- delete access package Sales / Sales basics · narrows"] },
        { "policies/tenant.yaml", 0, [] },
        { "policies/general/catalog.yaml", 0, [] },
        { "policies/exceptions.yaml", 0, [] },
        {
            "policies/finance.yaml", 5,
            [
                "- delete catalog Finance", "- delete access package Finance / Ledger · narrows", "- delete access package Finance / Ledger approval · narrows",
                "- delete custom extension Finance / Notify ticketing", "- delete access package Finance / Payments database · narrows",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Removals))]
    public async Task What_a_removed_file_declared_goes_and_nothing_else(string file, int exitCode, string[] expected)
    {
        await _cli.RunAsync("apply", "--yes");
        File.Delete(Path.Combine(_folder.Path, file));

        var plan = await _cli.RunAsync("plan");

        Assert.Equal(exitCode, plan.ExitCode);
        Assert.Equal(expected, Changes(plan.Out).Where(line => line[1] == ' ' && !line.Contains(": ", StringComparison.Ordinal)));
        if (exitCode == 5)
        {
            Assert.Contains("error RCN214: The catalog \"Finance\" can't be deleted: it is protected.", plan.Out, StringComparison.Ordinal);
            Assert.Contains("error RCN213: The access package \"Finance / Ledger\" can't be deleted: it has 1 assignment (Lidia Holloway).", plan.Out, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("policies/templates.yaml", "policies/partners.yaml:20:15: error RCN082: There is no template `partner-access`.")]
    [InlineData("policies/partners.yaml", "policies/exceptions.yaml:4:9: error RCN190: The access package `Partners / Campaign material` is not declared.")]
    [InlineData("policies/general/external-user-package.yaml", "policies/exceptions.yaml:11:9: error RCN190: The assignment policy `General / External user package / All external users` is not declared.")]
    [InlineData("policies/organizations.yaml", "policies/partners.yaml:21:36: error RCN209: The connected organization \"Fabrikam\" would be deleted, and the assignment policy \"Partners / Campaign material / Fabrikam\" names it here.")]
    public async Task A_file_that_others_need_is_missed_where_they_name_it(string file, string expected)
    {
        await _cli.RunAsync("apply", "--yes");
        var before = _folder.Read(".reconciler/dev/tenant.json");
        File.Delete(Path.Combine(_folder.Path, file));

        var plan = await _cli.RunAsync("plan");
        Assert.Equal(3, plan.ExitCode);
        Assert.Contains(expected, plan.Out, StringComparison.Ordinal);

        Assert.Equal(3, (await _cli.RunAsync("apply", "--yes")).ExitCode);
        Assert.Equal(before, _folder.Read(".reconciler/dev/tenant.json"));
    }

    private void Edit(string file, string written, string edited)
    {
        var text = _folder.Read(file);
        Assert.Contains(written, text, StringComparison.Ordinal);
        _folder.Put(file, text.Replace(written, edited, StringComparison.Ordinal));
    }

    /// <summary>The headings of a plan's changes and their lines.</summary>
    private static List<string> Changes(string plan) => [.. plan.Split('\n')
        .Where(line => line is ['+' or '~' or '>' or '-', ' ', ..] || (line.StartsWith("    ", StringComparison.Ordinal) && line.TrimStart()[0] is not ('(' or '|')))
        .Select(line => line.Trim())];
}
