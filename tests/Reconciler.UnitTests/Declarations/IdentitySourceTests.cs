using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

/// <summary>Where users of an organization sign in: five forms, told apart by their keys.</summary>
public sealed class IdentitySourceTests
{
    private const string Organization = "kind: ConnectedOrganization\nname: F\nidentitySources: ";

    public static TheoryData<string, IdentitySource> Forms => new()
    {
        { "{ tenant: t }", new IdentitySource.Tenant("t") },
        { "{ tenant: t, cloud: usGov }", new IdentitySource.CrossCloudTenant("t", Cloud.UsGov) },
        { "{ cloud: china, tenant: t }", new IdentitySource.CrossCloudTenant("t", Cloud.China) },
        { "{ domain: a.example }", new IdentitySource.Domain("a.example") },
        { "{ federation: a.example, issuer: https://sts.a.example }", new IdentitySource.Federation("a.example", "https://sts.a.example") },
        { "{ social: facebook }", new IdentitySource.Social(SocialProvider.Facebook) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Its_keys_tell_its_form(string yaml, IdentitySource meant) =>
        Assert.Equal([meant], Loading.Only<ConnectedOrganization>($"{Organization}[ {yaml} ]").IdentitySources.Value);

    [Theory]
    [InlineData("[ { domain: a.b, tenant: x } ]", "3:35 RCN056 The key `tenant` can't stand beside `domain`.\nKeep one of them.")]
    [InlineData("[ { cloud: usGov } ]", "3:20 RCN043 The key `tenant` is missing in this identity source.\nWrite `tenant: …` here.")]
    [InlineData("[ { federation: a.b } ]", "3:20 RCN043 The key `issuer` is missing in this identity source.\nWrite `issuer: …` here.")]
    [InlineData("[ { social: google } ]", "3:30 RCN045 Unknown word `google`.\nWrite `facebook`.")]
    [InlineData("[ { domian: x } ]", "3:22 RCN040 Unknown key `domian`; did you mean `domain`?\nWrite `domain`, or take the key out.")]
    [InlineData("[ { domain: a.b }, { domain: A.B } ]", "3:37 RCN053 This identity source stands here a second time; the first is at policies/a.yaml:3:20.\nKeep one of them.")]
    [InlineData("[]", "3:18 RCN054 This list needs at least 1 identity source.\nWrite one, as in `[ { tenant: Some text } ]`.")]
    [InlineData(
        "[ a.b ]",
        "3:20 RCN044 Here stands `a.b`, where `{ tenant: … }`, `{ tenant: …, cloud: … }`, `{ domain: … }`, `{ federation: …, issuer: … }` or `{ social: … }` is expected.\n"
        + "Write `{ tenant: … }`, `{ tenant: …, cloud: … }`, `{ domain: … }`, `{ federation: …, issuer: … }` or `{ social: … }`.")]
    public void What_is_none_says_what_was_expected(string yaml, string expected) => Assert.Equal([expected], Loading.Text(Organization + yaml).Advised());
}
