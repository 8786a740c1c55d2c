using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.UnitTests.Declarations;

/// <summary>Every key of every table, as it is written and as it is meant.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void Settings_have_a_lifecycle()
    {
        var settings = Loading.Only<Settings>("kind: Settings\nexternalUserLifecycle:\n  whenLastAssignmentEnds: blockSignIn\n  deleteAfter: 0 days\n");

        Assert.Equal(
            new ExternalUserLifecycle { WhenLastAssignmentEnds = LifecycleAction.BlockSignIn, DeleteAfter = Duration.OfDays(0) },
            settings.ExternalUserLifecycle.Value);
    }

    [Fact]
    public void A_key_left_out_of_a_group_takes_its_default() =>
        Assert.Equal(
            Duration.OfDays(30),
            Loading.Only<Settings>("kind: Settings\nexternalUserLifecycle: { whenLastAssignmentEnds: none }").ExternalUserLifecycle.Value.DeleteAfter);

    [Fact]
    public void A_catalog_has_all_its_keys()
    {
        var result = Loading.Text("""
            kind: Catalog
            name: Finance
            id: 7
            previously: [ Money, Geld ]
            ensure: present
            description: ""
            enabled: false
            enabledForExternalUsers: true
            resources: [ { group: A }, { group: B, id: 42 } ]
            """);

        Assert.Empty(result.Told());
        Assert.Equal(
            new Declaration
            {
                Id = "7",
                Previously = ["Money", "Geld"],
                Entity = new Catalog
                {
                    Name = "Finance",
                    Description = "",
                    Enabled = false,
                    EnabledForExternalUsers = true,
                    Resources = EquatableArray.Create<CatalogResource>(
                    [
                        new() { Resource = new Reference(ReferenceKind.Group, "A") }, new() { Resource = new Reference(ReferenceKind.Group, "B", "42") },
                    ]),
                },
            },
            Assert.Single(result.Declared.Declarations));
    }

    [Fact]
    public void A_setting_left_out_of_an_entity_is_not_written()
    {
        var catalog = Loading.Only<Catalog>("kind: Catalog\nname: A");

        Assert.Equal(new Catalog { Name = "A" }, catalog);
        Assert.False(catalog.Enabled.IsWritten);
    }

    [Fact]
    public void An_access_package_has_all_its_keys() =>
        Assert.Equal(
            new AccessPackage
            {
                Name = "P",
                Catalog = "C",
                Description = "d",
                Hidden = true,
                ResourceRoles = EquatableArray.Create<ResourceRole>(
                [
                    new ResourceRole { Resource = new Reference(ReferenceKind.Group, "A") },
                    new ResourceRole { Resource = new Reference(ReferenceKind.Group, "B", "9"), Role = new Role.OfGroup(GroupRole.Owner) },
                ]),
            },
            Loading.Only<AccessPackage>("""
                kind: AccessPackage
                name: P
                catalog: C
                description: d
                hidden: true
                resourceRoles:
                  - { group: A }
                  - { role: owner, group: B, id: "9" }
                """));

    [Fact]
    public void A_policy_has_all_its_keys()
    {
        var policy = Loading.Policy("""
            description: d
            requestors: { who: [ { user: a@b }, { group: G } ], mayRequest: false, mayExtend: false, mayRemove: false, mayChooseDates: true }
            approval:
              requestorJustification: false
              forExtension: true
              stages:
                - approvers: [ { user: u }, { group: g }, { manager: 2 }, { sponsors: ofUser } ]
                  fallback: [ { user: f } ]
                  decideWithin: 36 hours
                  approverJustification: false
            expiration: { after: P60D }
            """);

        Assert.Equal(
            new Requestors
            {
                Who = new RequestorScope.Listed([new Reference(ReferenceKind.User, "a@b"), new Reference(ReferenceKind.Group, "G")]),
                MayRequest = false,
                MayExtend = false,
                MayRemove = false,
                MayChooseDates = true,
            },
            policy.Requestors.Value);
        Assert.Equal(
            new Approval.Required
            {
                RequestorJustification = false,
                ForExtension = true,
                Stages =
                [
                    new ApprovalStage
                    {
                        Approvers =
                        [
                            new Subject.Principal(new Reference(ReferenceKind.User, "u")),
                            new Subject.Principal(new Reference(ReferenceKind.Group, "g")),
                            new Subject.Manager(2),
                            new Subject.Sponsors(SponsorKind.OfUser),
                        ],
                        Fallback = [new Subject.Principal(new Reference(ReferenceKind.User, "f"))],
                        DecideWithin = new Duration(TimeSpan.FromHours(36)),
                        ApproverJustification = false,
                    },
                ],
            },
            policy.Approval.Value);
        Assert.Equal(new Expiration.After(Duration.OfDays(60)), policy.Expiration.Value);
        Assert.Equal("d", policy.Description.Value);
    }

    [Theory]
    [InlineData("nobody", Population.Nobody, false)]
    [InlineData("anyMember", Population.AnyMember, true)]
    [InlineData("anyUser", Population.AnyUser, true)]
    [InlineData("anyExternalUser", Population.AnyExternalUser, true)]
    public void Who_may_request_depends_on_who(string word, Population population, bool mayRequest) =>
        Assert.Equal(
            new Requestors { Who = new RequestorScope.Everyone(population), MayRequest = mayRequest },
            Loading.Policy($"requestors: {{ who: {word} }}").Requestors.Value);

    [Fact]
    public void None_and_never_are_values()
    {
        var policy = Loading.Policy("approval: none\nexpiration: never");

        Assert.Equal(new Approval.None(), policy.Approval.Value);
        Assert.Equal(new Expiration.Never(), policy.Expiration.Value);
    }

    [Theory]
    [InlineData("2027-03-31", "2027-03-31T23:59:59+02:00")]
    [InlineData("2027-01-31", "2027-01-31T23:59:59+01:00")]
    [InlineData("2027-03-31T12:00:00Z", "2027-03-31T12:00:00+00:00")]
    [InlineData("\"2027-03-31T12:00+05:30\"", "2027-03-31T12:00:00+05:30")]
    public void A_date_ends_with_its_day_in_the_workspaces_time_zone(string written, string meant)
    {
        var end = Assert.IsType<Expiration.Until>(Loading.Policy($"expiration: {{ until: {written} }}").Expiration.Value).End;

        Assert.Equal(meant, end.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("absent", Ensure.Absent)]
    [InlineData("unmanaged", Ensure.Unmanaged)]
    public void What_shall_go_has_only_what_identifies_it(string word, Ensure ensure)
    {
        var result = Loading.Text($"kind: AccessPackage\nname: P\ncatalog: C\nid: 7\npreviously: [ O ]\nensure: {word}\n---\n" + Loading.PolicyYaml($"ensure: {word}").Replace("name: P", "name: R", StringComparison.Ordinal));

        Assert.Empty(result.Told());
        Assert.Equal([ensure, Ensure.Present, ensure], result.Declared.Declarations.Select(d => d.Ensure));
    }

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("true", "true")]
    [InlineData("\"null\"", "null")]
    [InlineData("!!str null", "null")]
    [InlineData("'~'", "~")]
    [InlineData("a $$(var.x) b", "a $(var.x) b")]
    public void Text_is_text_whatever_it_looks_like(string written, string meant) =>
        Assert.Equal(meant, Loading.Only<Catalog>($"kind: Catalog\nname: {written}").Name);

    [Fact]
    public void Aliases_and_merge_keys_work_and_what_is_written_wins()
    {
        var result = Loading.Text("""
            kind: AccessPackage
            name: P
            catalog: C
            policies:
              - &base
                name: A
                approval: none
                expiration: &two { after: 2 days }
              - <<: *base
                name: B
                expiration: never
              - <<: [ { name: C, expiration: *two }, *base ]
            """);

        Assert.Empty(result.Told());
        var policies = result.Declared.Declarations.Select(d => d.Entity).OfType<AssignmentPolicy>().ToArray();
        Assert.Equal(["A", "B", "C"], policies.Select(p => p.Name));
        Assert.Equal([new Expiration.After(Duration.OfDays(2)), new Expiration.Never(), new Expiration.After(Duration.OfDays(2))], policies.Select(p => p.Expiration.Value));
        Assert.All(policies, p => Assert.Equal(new Approval.None(), p.Approval.Value));
    }

    [Fact]
    public void A_file_holds_several_documents() =>
        Assert.Equal(2, Loading.Text("---\nkind: Catalog\nname: A\n---\n---\nkind: Catalog\nname: B\n...\n").Declared.Declarations.Count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_in_which_files_come_does_not_matter(int seed)
    {
        var files = Enumerable.Range(0, 12)
            .Select(i => ($"policies/{(char)('a' + (i % 5))}{i}.yaml", $"kind: Catalog\nname: N{i % 9}\nenabled: {(i % 4 == 0 ? "maybe" : "true")}\npreviously: [ O{i % 7} ]\n"))
            .ToArray();
        var shuffled = files.ToArray();
        new Random(seed).Shuffle(shuffled);

        var (one, other) = (Loading.Files(files), Loading.Files(shuffled));
        Assert.Equal(one.Diagnostics, other.Diagnostics);
        Assert.Equal(one.Declared.Declarations, other.Declared.Declarations);
        Assert.Equal(one.Texts, other.Texts);
        Assert.NotEmpty(one.Diagnostics);
    }
}
