namespace Reconciler.UnitTests.Schemas;

/// <summary>What the loader refuses for its structure the schemas refuse.</summary>
public sealed class RefusedTests
{
    private const string Policy = "kind: AccessPackage\nname: A\ncatalog: B\npolicies:\n  - name: C\n    ";

    [Theory]
    [InlineData("kind: Catalog\nname: A\nstranger: 1\n", "NoAdditionalPropertiesAllowed")]
    [InlineData("kind: AccessPackage\nname: A\n", "PropertyRequired")]
    [InlineData("kind: Catalog\nname: A\ndescription:\n", "NoTypeValidates")]
    [InlineData("kind: Catalog\nname: \"\"\n", "NoTypeValidates")]
    [InlineData("kind: Catalog\nname: \" A\"\n", "NoTypeValidates")]
    [InlineData("kind: Catalog\nname: A\nenabled: \"yes\"\n", "NotAnyOf")]
    [InlineData("kind: Catalog\nname: A\nresources: { group: A }\n", "NotAnyOf")]
    [InlineData("kind: Catalog\nname: A\nresources: [ { group: A, site: B } ]\n", "NotAnyOf")]
    [InlineData("kind: Catalog\nname: A\nresources: [ ~ ]\n", "NotAnyOf")]
    [InlineData("kind: Catalog\nname: A\nonly: []\n", "TooFewItems")]
    [InlineData("kind: Catalog\nname: A\nonly: [ $(var.tenant) ]\n", "ArrayItemNotValid")]
    [InlineData("kind: Catalog\nname: A\nensure: absent\ndescription: B\n", "NoAdditionalPropertiesAllowed")]
    [InlineData("kind: Catalog\nname: A\nensure: gone\n", "NotAnyOf")]
    [InlineData("kind: Settings\nname: A\n", "NoAdditionalPropertiesAllowed")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: B\npolicies: []\n", "NotAnyOf")]
    [InlineData("kind: AccessPackage\nname: A\ncatalog: B\nincompatibleWith: [ { package: C } ]\n", "NotAnyOf")]
    [InlineData(Policy + "approval: unmanaged\n", "NotAnyOf")]
    [InlineData(Policy + "with: { a: 1 }\n", "NoAdditionalPropertiesAllowed")]
    [InlineData(Policy + "template: t\n    with: { a: ~ }\n", "NotAnyOf")]
    [InlineData(Policy + "requestors: { who: anybody }\n", "NotAnyOf")]
    [InlineData(Policy + "expiration: { after: 2 months }\n", "NotAnyOf")]
    [InlineData(Policy + "expiration: { after: 1 day, until: 2027-01-01 }\n", "NotAnyOf")]
    [InlineData(Policy + "expiration: { until: 31.12.2027 }\n", "NotAnyOf")]
    [InlineData(Policy + "approval: { stages: [] }\n", "NotAnyOf")]
    [InlineData(Policy + "approval: { stages: [ { approvers: [ { manager: 3 } ] } ] }\n", "NotAnyOf")]
    [InlineData("kind: Ignore\ntarget: { package: A }\nfields: [ description ]\nreason: R\n", "NotAnyOf")]
    [InlineData("kind: AssignmentPolicyTemplate\nname: A\npolicy: { name: B }\n", "NoAdditionalPropertiesAllowed")]
    public void A_policy_file(string yaml, string expected) => Assert.Contains(expected, string.Join(' ', PolicyFileValidator.Of(yaml)), StringComparison.Ordinal);

    [Theory]
    [InlineData("tenants: {}\n", "PropertyRequired")]
    [InlineData("version: 2\n", "NotInEnumeration")]
    [InlineData("version: 1\nrules: {}\n", "NoAdditionalPropertiesAllowed")]
    [InlineData("version: 1\ntimeZone: $(var.zone)\n", "NoTypeValidates")]
    [InlineData("version: 1\nfiles: []\n", "TooFewItems")]
    [InlineData("version: 1\ntenants: { dev: { adapter: azure } }\n", "AdditionalPropertiesNotValid")]
    [InlineData("version: 1\nbudgets: { deletes: 5 }\n", "ObjectExpected")]
    public void A_workspace(string yaml, string expected) => Assert.Contains(expected, string.Join(' ', PolicyFileValidator.OfWorkspace(yaml)), StringComparison.Ordinal);
}
