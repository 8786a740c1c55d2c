using Reconciler.UnitTests.Conventions;

namespace Reconciler.UnitTests.Schemas;

/// <summary>What the loader accepts the schemas accept.</summary>
public sealed class AcceptedTests
{
    public static TheoryData<string> PolicyFiles => new(Files("policies-example/policies").Concat(Files("tests/Reconciler.ScenarioTests/Scenarios").Where(path => path.Contains("/policies/", StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(PolicyFiles))]
    public void A_policy_file(string path) => Assert.Empty(PolicyFileValidator.Of(File.ReadAllText(Path.Combine(Repository.Root, path))));

    [Fact]
    public void The_example_s_workspace() => Assert.Empty(PolicyFileValidator.OfWorkspace(File.ReadAllText(Path.Combine(Repository.Root, "policies-example/reconciler.yaml"))));

    [Theory]
    [InlineData("kind: Catalog\nname: 2024\nlabels: [ 1, true ]\n")]
    [InlineData("kind: Catalog\nname: $(var.name)\ndescription: In $(var.name)\nenabled: $(var.yes)\nresources: $(var.groups)\ndelegates: { owners: [ $(var.group) ] }\nextensions: $(var.extensions)\n")]
    [InlineData("kind: Catalog\nname: A\nensure: $(var.ensure)\n")]
    [InlineData("kind: Catalog\nname: A\nensure: absent\nprotect: false\n")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - $(var.policy)\n  - name: C\n    requestors: { who: any$(var.whom), mayRequest: true }\n    approval: { stages: $(var.stages) }\n    expiration: { after: $(var.days) days }\n")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - { name: C, template: t, with: { a: 1, b: [ x ], c: { d: e } }, approval: unmanaged, review: none }\n  - { name: D, ensure: absent }\n")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: B\nassignments: [ { user: a@b.c, id: 1, policy: C, from: 2027-01-01, until: 2027-06-30T12:00:00+02:00 } ]\n")]
    [InlineData("kind: Settings\nexternalUserLifecycle: { whenLastAssignmentEnds: none, deleteAfter: PT24H }\n")]
    [InlineData("kind: Ignore\ntarget: { catalog: A, settings: false }\nfields: [ description ]\nreason: \"\"\n")]
    [InlineData("kind: Ignore\ntarget: { tenantRoles: true }\nfields: [ catalogCreators ]\nreason: R\nonly: [ dev ]\n")]
    [InlineData("kind: ConnectedOrganization\nname: A\nidentitySources: [ { tenant: T, cloud: china }, { federation: a.b, issuer: c }, { social: facebook } ]\nsponsors: {}\n")]
    public void What_is_seldom_written(string yaml) => Assert.Empty(PolicyFileValidator.Of(yaml));

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories).Select(Repository.Shorten).Order(StringComparer.Ordinal);
}
