using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>A whole declaration of each kind, every key of it, and the record that is meant.</summary>
public sealed class WholeKindsTests
{
    private const string Guid = "0f2b6e4c-5b77-4a9d-8b8a-31d2a1c7e901";

    private static readonly Reference Ana = new(ReferenceKind.User, "ana@a.example");

    private static readonly Reference Team = new(ReferenceKind.Group, "Team");

    [Fact]
    public void Tenant_roles_have_all_their_keys() =>
        Assert.Equal(
            new TenantRoles
            {
                CatalogCreators = EquatableArray.Create([Ana, Team, new Reference(ReferenceKind.ServicePrincipal, "Pipeline", "7")]),
                ConnectedOrganizationAdministrators = EquatableArray.Create<Reference>([]),
            },
            Loading.Only<TenantRoles>("""
                kind: TenantRoles
                catalogCreators: [ { user: ana@a.example }, { group: Team }, { servicePrincipal: Pipeline, id: 7 } ]
                connectedOrganizationAdministrators: []
                """));

    [Fact]
    public void A_connected_organization_has_all_its_keys() =>
        Assert.Equal(
            new ConnectedOrganization
            {
                Name = "Fabrikam",
                Description = "d",
                State = OrganizationState.Proposed,
                IdentitySources = EquatableArray.Create<IdentitySource>([new IdentitySource.Tenant(Guid), new IdentitySource.Domain("fabrikam.com")]),
                Sponsors = new Sponsors { Internal = EquatableArray.Create([Team]), External = EquatableArray.Create<Reference>([]) },
            },
            Loading.Only<ConnectedOrganization>($$"""
                kind: ConnectedOrganization
                name: Fabrikam
                description: d
                state: proposed
                identitySources: [ { tenant: {{Guid}} }, { domain: fabrikam.com } ]
                sponsors: { internal: [ { group: Team } ], external: [] }
                """));

    [Fact]
    public void A_section_of_which_one_list_is_written_leaves_the_others_to_the_tenant()
    {
        var sponsors = Loading.Only<ConnectedOrganization>("kind: ConnectedOrganization\nname: F\nsponsors: { internal: [] }").Sponsors.Value;
        var delegates = Loading.Only<Catalog>("kind: Catalog\nname: C\ndelegates: { readers: [] }").Delegates.Value;

        Assert.Equal((true, false), (sponsors.Internal.IsWritten, sponsors.External.IsWritten));
        Assert.Equal(
            (false, true, false, false),
            (delegates.Owners.IsWritten, delegates.Readers.IsWritten, delegates.AccessPackageManagers.IsWritten, delegates.AssignmentManagers.IsWritten));
    }

    [Fact]
    public void A_catalog_has_resources_of_every_sort_and_delegates() =>
        Assert.Equal(
            new Catalog
            {
                Name = "C",
                Resources = EquatableArray.Create<CatalogResource>(
                [
                    new() { Resource = Team },
                    new() { Resource = new Reference(ReferenceKind.Application, "Salesforce", "9"), Attributes = EquatableArray.Create<RequiredAttribute>([Office]) },
                    new() { Resource = new Reference(ReferenceKind.Site, "https://a.example/sites/M"), Geo = "https://a-admin.example/" },
                ]),
                Delegates = new Delegates
                {
                    Owners = EquatableArray.Create([Team]),
                    Readers = EquatableArray.Create<Reference>([]),
                    AccessPackageManagers = EquatableArray.Create([Ana]),
                    AssignmentManagers = EquatableArray.Create([Ana, Team]),
                },
            },
            Loading.Only<Catalog>("""
                kind: Catalog
                name: C
                resources:
                  - { group: Team }
                  - application: Salesforce
                    id: 9
                    attributes: [ { name: officeLocation, question: { text: Where?, required: true }, editable: false, persistent: true } ]
                  - { geo: https://a-admin.example/, site: https://a.example/sites/M }
                delegates:
                  owners: [ { group: Team } ]
                  readers: []
                  accessPackageManagers: [ { user: ana@a.example } ]
                  assignmentManagers: [ { user: ana@a.example }, { group: Team } ]
                """));

    [Fact]
    public void A_custom_extension_has_all_its_keys()
    {
        var result = Loading.Text($$"""
            kind: Catalog
            name: C
            extensions:
              - name: Notify
                description: d
                runs: onRequest
                logicApp: { subscription: {{Guid}}, resourceGroup: rg, workflow: notify }
                signIn: { tokenFor: app-1 }
                client: { retries: 0, timeoutMilliseconds: 2000 }
                waits: { within: 2 hours }
              - { name: Call, runs: onAssignment, endpoint: https://a.example/hook, signIn: proofOfPossession, client: {}, waits: none }
            """);

        Assert.Empty(result.Told());
        Assert.Equal(
            [
                new CustomExtension
                {
                    Catalog = "C", Name = "Call", Runs = ExtensionOccasion.OnAssignment, Endpoint = "https://a.example/hook",
                    SignIn = new ExtensionSignIn.ProofOfPossession(), Client = new ExtensionClient(), Waits = new ExtensionWait.None(),
                },
                new CustomExtension
                {
                    Catalog = "C", Name = "Notify", Description = "d", Runs = ExtensionOccasion.OnRequest,
                    LogicApp = new LogicApp { Subscription = Guid, ResourceGroup = "rg", Workflow = "notify" },
                    SignIn = new ExtensionSignIn.TokenFor("app-1"), Client = new ExtensionClient { Retries = 0, TimeoutMilliseconds = 2000 },
                    Waits = new ExtensionWait.Within(new Duration(TimeSpan.FromHours(2))),
                },
            ],
            result.Declared.Declarations.Select(d => d.Entity).OfType<CustomExtension>());
    }

    [Fact]
    public void An_access_package_has_roles_of_every_sort_and_what_it_excludes() =>
        Assert.Equal(
            new AccessPackage
            {
                Name = "P",
                Catalog = "C",
                ResourceRoles = EquatableArray.Create<ResourceRole>(
                [
                    new() { Resource = Team, Role = new Role.OfGroup(GroupRole.EligibleOwner) },
                    new() { Resource = new Reference(ReferenceKind.Application, "Salesforce"), Role = new Role.Named("Standard User") },
                    new() { Resource = new Reference(ReferenceKind.Application, "Salesforce"), Role = new Role.Named(null, "r-1") },
                    new() { Resource = new Reference(ReferenceKind.Site, "https://a.example/sites/M"), Role = new Role.Named(null, "4") },
                ]),
                IncompatibleWith = EquatableArray.Create([new Reference(ReferenceKind.Package, "Approver") { Catalog = "Finance" }, Team]),
            },
            Loading.Only<AccessPackage>("""
                kind: AccessPackage
                name: P
                catalog: C
                resourceRoles:
                  - { group: Team, role: eligibleOwner }
                  - { application: Salesforce, role: Standard User }
                  - { application: Salesforce, role: { id: r-1 } }
                  - { site: https://a.example/sites/M, role: { id: "4" } }
                incompatibleWith: [ { package: Approver, catalog: Finance }, { group: Team } ]
                """));

    [Fact]
    public void Assignments_are_made_of_a_user_a_policy_and_days()
    {
        var result = Loading.Text("kind: AccessPackage\nname: P\ncatalog: C\nassignments:\n  - { user: ana@a.example, id: 7, policy: Q, from: 2027-07-01, until: 2027-07-31 }\n  - { user: ben@a.example, policy: Q }\n");

        Assert.Empty(result.Told());
        Assert.Equal(
            [
                new DirectAssignment
                {
                    Catalog = "C", Package = "P", User = Ana with { Id = "7" }, Policy = new Reference(ReferenceKind.Policy, "Q"),
                    From = new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.FromHours(2)), Until = new DateTimeOffset(2027, 7, 31, 23, 59, 59, TimeSpan.FromHours(2)),
                },
                new DirectAssignment { Catalog = "C", Package = "P", User = new Reference(ReferenceKind.User, "ben@a.example"), Policy = new Reference(ReferenceKind.Policy, "Q") },
            ],
            result.Declared.Declarations.Select(d => d.Entity).OfType<DirectAssignment>());

        // The id is the user's: an assignment is known by its user.
        Assert.All(result.Declared.Declarations, d => Assert.Null(d.Id));
    }

    [Fact]
    public void Header_keys_are_kept_beside_the_entity()
    {
        var result = Loading.Text("""
            kind: Catalog
            name: C
            prune: true
            labels: [ compliance ]
            protect: true
            extensions: [ { name: E, protect: false, previously: [ Old ] } ]
            ---
            kind: AccessPackage
            name: P
            catalog: C
            labels: [ a, b ]
            policies: [ { name: Q, protect: true, ensure: absent, drain: true } ]
            """);

        Assert.Empty(result.Told());
        Declaration Of(string name) => result.Declared.Declarations.Single(d => d.Key.Name == name);
        Assert.Equal((true, "compliance", true), (Of("C").Prune, Assert.Single(Of("C").Labels), Of("C").Protect.Value));
        Assert.Equal((false, "Old"), (Of("E").Protect.Value, Assert.Single(Of("E").Previously)));
        Assert.Equal((2, false, false), (Of("P").Labels.Count, Of("P").Protect.IsWritten, Of("P").Drain));
        Assert.Equal((true, true), (Of("Q").Protect.Value, Of("Q").Drain));
    }

    private static RequiredAttribute Office => new()
    {
        Name = "officeLocation",
        Question = new Question { Text = "Where?", Required = true, Answer = new Answer.Written("", LongText: false) },
        Editable = false,
        Persistent = true,
    };
}
