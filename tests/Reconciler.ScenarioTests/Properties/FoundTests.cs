using System.Text.Json.Nodes;
using Reconciler.Applying;
using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>What the properties found, as the smallest workspaces that show it.</summary>
public sealed class FoundTests
{
    private const string Workspace = "version: 1\ntenants: { demo: { adapter: embedded } }\n";

    private const string Open = "approval: none, expiration: never";

    [Fact]
    public void Choices_of_which_none_is_translated_are_no_difference()
    {
        var world = World.Fresh();
        var workspace = Declared($"kind: AccessPackage\nname: P\ncatalog: General\npolicies: [ {{ name: A, requestors: {{ who: anyMember }}, {Open}, questions: [ {{ text: Q, choices: [ x ], localizations: {{ pt: {{ text: P, choices: [ \"\" ] }} }} }} ] }} ]");
        world.Apply(world.Plan(workspace.Load()));

        Assert.Empty(world.Plan(workspace.Load()).Plan.Changes);
    }

    [Fact]
    public void The_question_of_an_attribute_has_every_choice_translated() => Assert.Contains(
        Declared("kind: Catalog\nname: C\nresources: [ { group: no, attributes: [ { name: office, question: { text: Q, choices: [ x, y ], localizations: { pt: { text: P, choices: [ z ] } } } } ] } ]").Load().Diagnostics,
        d => d.Code == "RCN133");

    [Fact]
    public void A_role_can_be_given_by_its_id() => Assert.DoesNotContain(
        Declared("kind: AccessPackage\nname: P\ncatalog: General\nresourceRoles: [ { site: https://woodgrove.sharepoint.example/sites/Marketing, role: { id: \"4\" } } ]").Load().Diagnostics,
        d => d.Severity == Severity.Error);

    [Fact]
    public void A_resource_that_is_listed_by_name_and_by_id_is_listed_twice()
    {
        var planned = World.Fresh().Plan(Declared("kind: Catalog\nname: C\nresources: [ { application: Salesforce }, { application: Salesforce, id: cccccccc-0000-4000-8000-000000000001, attributes: [] } ]").Load());

        Assert.Contains(planned.Plan.Diagnostics, d => d.Code == "RCN418");
    }

    [Fact]
    public void An_extension_that_a_policy_calls_is_not_planned_for_deletion()
    {
        var world = World.Fresh();
        const string Package = "---\nkind: AccessPackage\nname: P\ncatalog: C\n";
        const string Extension = "extensions: [ { name: E, runs: onRequest, endpoint: \"https://hooks.example/\" } ]\n";
        world.Apply(world.Plan(Declared($"kind: Catalog\nname: C\n{Extension}{Package}policies: [ {{ name: A, requestors: {{ who: anyMember }}, {Open}, callouts: [ {{ at: requestCreated, run: E }} ] }} ]").Load()));

        Assert.Contains(world.Plan(Declared($"kind: Catalog\nname: C\n{Package}policies: [ {{ name: A }} ]").Load()).Plan.Diagnostics, d => d.Code == "RCN210");
    }

    [Fact]
    public void A_second_automatic_policy_waits_until_the_first_is_gone()
    {
        var world = World.Fresh();
        world.Apply(world.Plan(Automatic("A").Load()));

        Assert.Contains(world.Plan(Automatic("B").Load()).Plan.Diagnostics, d => d.Code == "RCN215");
    }

    [Fact]
    public void Without_removals_a_policy_that_changes_its_sort_of_requestors_stays_as_it_is()
    {
        var world = World.Fresh();
        world.Apply(world.Plan(For("user: megan@woodgrove.example").Load()));

        var planned = world.Plan(For("servicePrincipal: 1e3").Load(), noRemovals: true);
        Assert.All(world.Apply(planned).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
        Assert.Contains("megan", $"{(JsonNode)world.State["catalogs"]!}{planned.Plan.HeldBack}", StringComparison.Ordinal);
    }

    [Fact]
    public void Without_removals_a_domain_gets_another_issuer_and_is_not_listed_twice()
    {
        var world = World.Fresh();
        world.Apply(world.Plan(Federated("a").Load()));

        var planned = world.Plan(Federated("b").Load(), noRemovals: true);
        Assert.All(world.Apply(planned).Outcomes, outcome => Assert.IsType<ChangeOutcome.Applied>(outcome));
        Assert.Empty(world.Plan(Federated("b").Load(), noRemovals: true).Plan.Changes);
    }

    [Fact]
    public void An_organization_is_not_taken_for_another_whose_domain_it_names()
    {
        var world = World.Fresh();
        var both = "kind: ConnectedOrganization\nname: O\nidentitySources: [ { domain: o.example } ]\n---\nkind: ConnectedOrganization\nname: P\nidentitySources: [ { domain: p.example } ]";
        world.Apply(world.Plan(Declared(both).Load()));

        var planned = world.Plan(Declared("kind: ConnectedOrganization\nname: O\nidentitySources: [ { federation: p.example, issuer: x } ]").Load());
        Assert.Contains(planned.Plan.Diagnostics, d => d.Code == "RCN419");
    }

    private static WrittenWorkspace Federated(string issuer) =>
        Declared($"kind: ConnectedOrganization\nname: O\nidentitySources: [ {{ federation: fabrikam.com, issuer: {issuer} }} ]");

    [Fact]
    public void A_logic_app_is_fixed_in_every_part()
    {
        var world = World.Fresh();
        world.Apply(world.Plan(Calling("one").Load()));

        Assert.Contains(world.Plan(Calling("two").Load()).Plan.Diagnostics, d => d.Code == "RCN205");
    }

    [Fact]
    public void Without_removals_a_choice_that_is_kept_is_a_place_in_every_language()
    {
        var world = World.Fresh();
        world.Apply(world.Plan(Asking("choices: [ x, y ]").Load()));
        var fewer = Asking("choices: [ x ], localizations: { pt: { text: P, choices: [ z ] } }");
        world.Apply(world.Plan(fewer.Load(), noRemovals: true));

        Assert.Empty(world.Plan(fewer.Load(), noRemovals: true).Plan.Changes);
    }

    private static WrittenWorkspace Asking(string question) =>
        Declared($"kind: AccessPackage\nname: P\ncatalog: General\npolicies: [ {{ name: A, requestors: {{ who: anyMember }}, {Open}, questions: [ {{ text: Q, {question} }} ] }} ]");

    private static WrittenWorkspace Calling(string workflow) =>
        Declared($"kind: Catalog\nname: C\nextensions: [ {{ name: E, runs: onRequest, logicApp: {{ subscription: 0f2b6e4c-0000-4000-8000-000000000001, resourceGroup: rg, workflow: {workflow} }} }} ]");

    private static WrittenWorkspace Automatic(string name) =>
        Declared($"kind: AccessPackage\nname: P\ncatalog: General\npolicies: [ {{ name: {name}, automatic: {{ membershipRule: x }}, {Open} }} ]");

    private static WrittenWorkspace For(string who) =>
        Declared($"kind: AccessPackage\nname: P\ncatalog: General\npolicies: [ {{ name: A, requestors: {{ who: [ {{ {who} }} ] }}, {Open} }} ]");

    private static WrittenWorkspace Declared(string yaml) => new(Workspace, [("policies/a.yaml", yaml)]);
}
