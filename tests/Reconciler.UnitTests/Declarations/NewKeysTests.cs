namespace Reconciler.UnitTests.Declarations;

/// <summary>What is wrong with keys and values of the kinds that live in others, and of those of the tenant: each with its place, its words and its advice.</summary>
public sealed class NewKeysTests
{
    private const string Catalog = "kind: Catalog\nname: A\n";

    private const string Package = "kind: AccessPackage\nname: P\ncatalog: C\n";

    private const string AnyRole = "Write `member`, `owner`, `eligibleMember` or `eligibleOwner`.";

    [Theory]
    [InlineData("[ { application: A } ]", "4:18 RCN043 The key `role` is missing in this resource role.\nWrite `role: …` here.")]
    [InlineData("[ { site: https://x } ]", "4:18 RCN043 The key `role` is missing in this resource role.\nWrite `role: …` here.")]
    [InlineData("[ { application: A, role: { name: x } } ]", "4:44 RCN040 Unknown key `name`.\nHere can stand `id`.")]
    [InlineData("[ { application: A, role: [ x ] } ]", "4:42 RCN044 Here stands a list, where text or `{ id: … }` is expected.\nWrite text or `{ id: … }`.")]
    [InlineData("[ { group: A, role: { id: 4 } } ]", "4:36 RCN044 Here stands a mapping, where `member`, `owner`, `eligibleMember` or `eligibleOwner` is expected.\n" + AnyRole)]
    [InlineData("[ { group: A, role: membr } ]", "4:36 RCN045 Unknown word `membr`; did you mean `member`?\n" + AnyRole)]
    [InlineData("[ { group: A, application: B, role: member } ]", "4:30 RCN056 The key `application` can't stand beside `group`.\nKeep one of them.")]
    [InlineData("[ { role: member } ]", "4:18 RCN043 The key `group`, `application` or `site` is missing in this resource role.\nWrite `group: …`, `application: …` or `site: …` here.")]
    [InlineData("[ { servicePrincipal: A, role: x } ]", "4:20 RCN040 Unknown key `servicePrincipal`.\nHere can stand `group`, `id`, `role`, `application` and `site`.")]
    [InlineData("[ { application: A, role: x }, { application: a, role: X } ]", "4:47 RCN053 This resource role stands here a second time; the first is at policies/a.yaml:4:18.\nKeep one of them.")]
    public void Resource_roles(string yaml, string expected) => Assert.Equal([expected], Loading.Text($"{Package}resourceRoles: {yaml}").Advised());

    [Theory]
    [InlineData("[ { package: X } ]", "4:21 RCN043 The key `catalog` is missing in this reference to an access package.\nWrite `catalog: …` here.")]
    [InlineData("[ { group: X, catalog: Y } ]", "4:33 RCN056 The key `catalog` can't stand beside `group`.\nKeep one of them.")]
    [InlineData("[ { package: X, catalog: } ]", "4:44 RCN042 There is no value for `catalog`.\nWrite the catalog's name.")]
    [InlineData("[ { user: X } ]", "4:23 RCN040 Unknown key `user`.\nHere can stand `package`, `group`, `catalog` and `id`.")]
    [InlineData("[ X ]", "4:21 RCN044 Here stands `X`, where `{ package: … }` or `{ group: … }` is expected.\nWrite `{ package: … }` or `{ group: … }`.")]
    public void What_a_package_excludes(string yaml, string expected) => Assert.Equal([expected], Loading.Text($"{Package}incompatibleWith: {yaml}").Advised());

    [Theory]
    [InlineData("{ user: }", "4:24 RCN042 There is no value for `user`.\nWrite a value.")]
    [InlineData("{ policy: Q }", "4:16 RCN043 The key `user` is missing in this direct assignment.\nWrite `user: …` here.")]
    [InlineData("a@b", "4:16 RCN044 Here stands `a@b`, where a mapping with `user` is expected.\nWrite a mapping with `user`.")]
    [InlineData("{ user: a@b, policy: { policy: Q } }", "4:37 RCN044 Here stands a mapping, where the name of the assignment policy is expected.\nWrite the name of the assignment policy.")]
    [InlineData("{ user: a@b, ensure: absent }", "4:29 RCN040 Unknown key `ensure`.\nHere can stand `user`, `only`, `id`, `policy`, `from` and `until`.")]
    [InlineData("{ user: a@b, protect: true }", "4:29 RCN040 Unknown key `protect`.\nHere can stand `user`, `only`, `id`, `policy`, `from` and `until`.")]
    [InlineData("{ user: a@b, from: soon }", "4:35 RCN050 `soon` is not a date.\nWrite a date such as `2027-03-31`, which begins with its day, or a timestamp with its offset such as `2027-03-31T12:00:00+01:00`.")]
    [InlineData("{ user: a@b, until: soon }", "4:36 RCN050 `soon` is not a date.\nWrite a date such as `2027-03-31`, which ends with its day, or a timestamp with its offset such as `2027-03-31T12:00:00+01:00`.")]
    public void Assignments(string yaml, string expected) => Assert.Equal([expected], Loading.Text($"{Package}assignments: [ {yaml} ]").Advised());

    [Fact]
    public void One_user_is_assigned_once() =>
        Assert.StartsWith(
            "4:39 RCN074 The direct assignment `C / P / A@B` is declared a second time; the first is at policies/a.yaml:4:24, as `C / P / a@b`:",
            Assert.Single(Loading.Text($"{Package}assignments: [ {{ user: a@b }}, {{ user: A@B }} ]").Told()),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("runs: onRequests", "3:32 RCN045 Unknown word `onRequests`; did you mean `onRequest`?\nWrite `onRequest` or `onAssignment`.")]
    [InlineData("logicApp: x", "3:36 RCN044 Here stands `x`, where `{ subscription: …, resourceGroup: …, workflow: … }` is expected.\nWrite `{ subscription: …, resourceGroup: …, workflow: … }`.")]
    [InlineData("logicApp: { subscription: a, resourceGroup: b }", "3:36 RCN043 The key `workflow` is missing in this Logic App.\nWrite `workflow: …` here.")]
    [InlineData("logicApp: { subscription: a, resourceGroup: b, workflow: c }, endpoint: https://x", "3:88 RCN056 The key `endpoint` can't stand beside `logicApp`.\nKeep one of them.")]
    [InlineData("client: { retries: 2 }", "3:45 RCN048 `2` is not between 0 and 1.\nWrite a value from 0 to 1.")]
    [InlineData("client: { timeoutMilliseconds: 100 }", "3:57 RCN048 `100` is not between 200 and 2000.\nWrite a value from 200 to 2000.")]
    [InlineData("signIn: token", "3:34 RCN045 Unknown word `token`.\nWrite `proofOfPossession` or `{ tokenFor: … }`.")]
    [InlineData("signIn: { tokenfor: x }", "3:36 RCN040 Unknown key `tokenfor`; did you mean `tokenFor`?\nWrite `tokenFor`, or take the key out.")]
    [InlineData("waits: 3 days", "3:33 RCN045 Unknown word `3 days`.\nWrite `none` or `{ within: … }`.")]
    [InlineData("waits: { within: 4 minutes }", "3:43 RCN048 `4 minutes` is not between 5 minutes and 14 days.\nWrite a value from 5 minutes to 14 days.")]
    public void Extensions(string yaml, string expected) => Assert.Equal([expected], Loading.Text($"{Catalog}extensions: [ {{ name: E, {yaml} }} ]").Advised());

    [Theory]
    [InlineData("kind: TenantRoles\nname: A", "2:1 RCN081 `TenantRoles` takes no `name`: there is one, and it always exists.\nTake the key out; no longer declaring it lets it go.")]
    [InlineData("kind: TenantRoles\ncatalogCreators: none", "2:18 RCN044 Here stands `none`, where a list of holders is expected.\nWrite a list such as `[ { user: … } ]`. `[]` clears it.")]
    [InlineData("kind: TenantRoles\ncatalogCreator: []", "2:1 RCN040 Unknown key `catalogCreator`; did you mean `catalogCreators`?\nWrite `catalogCreators`, or take the key out.")]
    [InlineData("kind: ConnectedOrganization\nname: F\nstate: x", "3:8 RCN045 Unknown word `x`.\nWrite `configured` or `proposed`.")]
    [InlineData("kind: ConnectedOrganization\nname: F\nsponsors: [ x ]", "3:11 RCN044 Here stands a list, where a mapping with `internal` and `external` is expected.\nWrite a mapping with `internal` and `external`.")]
    [InlineData("kind: ConnectedOrganization\nname: F\nsponsors: { internal: [ { servicePrincipal: a } ] }", "3:27 RCN040 Unknown key `servicePrincipal`.\nHere can stand `user`, `group` and `id`.")]
    [InlineData(Catalog + "delegates: { owner: [] }", "3:14 RCN040 Unknown key `owner`; did you mean `owners`?\nWrite `owners`, or take the key out.")]
    [InlineData(Catalog + "delegates: { owners: [ { application: a } ] }", "3:26 RCN040 Unknown key `application`.\nHere can stand `user`, `group`, `servicePrincipal` and `id`.")]
    [InlineData(Catalog + "resources: [ { geo: x } ]", "3:14 RCN043 The key `group`, `application` or `site` is missing in this resource.\nWrite `group: …`, `application: …` or `site: …` here.")]
    [InlineData(Catalog + "resources: [ { group: A, site: x } ]", "3:14 RCN056 The key `site` can't stand beside `group`.\nKeep one of them.")]
    [InlineData("kind: CustomExtension\nname: F", "1:7 RCN073 `CustomExtension` is not declared by itself.\nWrite it into the list `extensions:` of its `Catalog`.")]
    [InlineData("kind: DirectAssignment\nuser: a", "1:7 RCN073 `DirectAssignment` is not declared by itself.\nWrite it into the list `assignments:` of its `AccessPackage`.")]
    public void What_is_the_tenants_own(string yaml, string expected) => Assert.Equal([expected], Loading.Text(yaml).Advised());

    [Theory]
    [InlineData("kind: ConnectedOrganization\nname: A\n", "prune,drain,labels,catalog", 3, 1)]
    [InlineData(Catalog, "drain,catalog,template", 3, 1)]
    [InlineData(Package, "prune,template", 4, 1)]
    [InlineData("kind: Catalog\nname: A\nextensions:\n  - name: E\n    ", "prune,drain,labels,catalog", 5, 5)]
    [InlineData("kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - name: Q\n    ", "prune,labels,catalog", 6, 5)]
    public void A_header_key_stands_where_it_means_something(string before, string keys, int line, int column) =>
        Assert.All(keys.Split(','), key => Assert.StartsWith($"{line}:{column} RCN040 Unknown key `{key}`", Assert.Single(Loading.Text($"{before}{key}: true\n").Told()), StringComparison.Ordinal));
}
