using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    public static TheoryData<string> OddNames => [Given.OddName, "MARKETING"];

    public static TheoryData<string> OddUsers => [Given.Ana.Name ?? "", Given.OHara.Name ?? "", "Megan@Woodgrove.example"];

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task A_group_is_found_whatever_signs_its_name_has(string name)
    {
        var found = Assert.Single(await Company().Candidates(new Reference(ReferenceKind.Group, name)));

        Assert.Equal(name, found.Name, ignoreCase: true);
        Assert.NotNull(found.Id);
    }

    [Theory]
    [MemberData(nameof(OddUsers))]
    public async Task A_user_is_found_whatever_signs_the_name_has(string name)
    {
        var found = Assert.Single(await Company().Candidates(new Reference(ReferenceKind.User, name)));

        Assert.Equal(name, found.Name, ignoreCase: true);
    }

    [Fact]
    public async Task An_ambiguous_name_gives_every_candidate() =>
        Assert.Equal([Given.Twin, Given.OtherTwin], await Company().Candidates(new Reference(ReferenceKind.Group, "Twins")));

    [Fact]
    public async Task A_name_nobody_bears_gives_no_candidate()
    {
        Assert.Empty(await Company().Candidates(new Reference(ReferenceKind.Group, "Nobody's")));
        Assert.Empty(await Company().Candidates(new Reference(ReferenceKind.User, "nobody@woodgrove.example")));
    }

    [Fact]
    public async Task An_id_decides_and_brings_the_real_name()
    {
        var trial = Company();

        Assert.Equal("Marketing", Assert.Single(await trial.Candidates(Given.Marketing with { Name = "Sales" })).Name);
        Assert.Empty(await trial.Candidates(Given.Marketing with { Kind = ReferenceKind.User }));
        Assert.Empty(await trial.Candidates(Given.Marketing with { Id = "99999999-0000-4000-8000-000000000001" }));
        Assert.Empty(await trial.Candidates(Given.Marketing with { Id = "no id" }));
    }

    [Fact]
    public async Task Many_names_are_resolved_at_once()
    {
        Reference[] asked =
        [
            .. Enumerable.Range(0, 50).Select(n => new Reference(ReferenceKind.Group, $"Nobody {n}")),
            .. Enumerable.Range(0, 50).Select(n => new Reference(ReferenceKind.User, $"nobody{n}@woodgrove.example")),
            new(ReferenceKind.Group, "Approvers"), new(ReferenceKind.User, "isaiah@woodgrove.example"), Given.Marketing,
        ];

        var resolution = await Company(options => options with { PageSize = 1 }).Tenant.ResolveAsync(asked, CancellationToken.None);

        Assert.Equal(3, asked.Count(reference => !resolution.Candidates(reference).IsEmpty));
        Assert.Equal(Given.Approvers, Assert.Single(resolution.Candidates(new Reference(ReferenceKind.Group, "approvers"))));
    }

    [Fact]
    public async Task An_application_is_found_with_the_roles_that_can_be_given()
    {
        var tenant = Company().Tenant;
        Reference[] asked = [new(ReferenceKind.Application, "payroll"), Given.Bare, new(ReferenceKind.ServicePrincipal, "Robot"), new(ReferenceKind.Application, "Nobody's")];

        var resolution = await tenant.ResolveAsync(asked, CancellationToken.None);

        var payroll = Assert.Single(resolution.Candidates(asked[0]));
        Assert.Equal(Given.Payroll, payroll);
        Assert.Equal(["Reader", "Clerk"], resolution.RolesOf(payroll)?.Select(role => role.Name) ?? []);
        Assert.Equal(["Default Access"], resolution.RolesOf(Assert.Single(resolution.Candidates(Given.Bare)))?.Select(role => role.Name) ?? []);
        Assert.Equal(Given.Robot, Assert.Single(resolution.Candidates(asked[2])));
        Assert.Empty(resolution.Candidates(asked[3]));
    }

    [Theory]
    [InlineData("https://woodgrove.sharepoint.com/sites/Finance")]
    [InlineData("https://Woodgrove.sharepoint.com/sites/finance/")]
    [InlineData("https://woodgrove-eu.sharepoint.com/sites/Übersicht")]
    [InlineData("https://woodgrove-eu.sharepoint.com/sites/%C3%9Cbersicht")]
    public async Task A_site_is_found_by_its_address(string address)
    {
        var found = Assert.Single(await Company().Candidates(new Reference(ReferenceKind.Site, address)));

        Assert.Equal(found.Name, found.Id);
        Assert.True(found == Given.Site || found == Given.EuropeanSite);
        Assert.Equal(found, Assert.Single(await Company().Candidates(found)));
    }

    [Theory]
    [InlineData("https://woodgrove.sharepoint.com/sites/Nowhere")]
    [InlineData("http://woodgrove.sharepoint.com/sites/Finance")]
    [InlineData("Finance")]
    public async Task A_site_that_is_not_there_gives_no_candidate(string address) =>
        Assert.Empty(await Company().Candidates(new Reference(ReferenceKind.Site, address)));

    [Fact]
    public async Task Entities_are_not_asked_of_the_directory() =>
        Assert.Empty(await Company().Candidates(new Reference(ReferenceKind.Organization, "Fabrikam")));
}
