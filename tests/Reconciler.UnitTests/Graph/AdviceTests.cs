using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>What somebody is told to do about each refusal (contract 1.2).</summary>
public sealed class AdviceTests
{
    private static readonly Handle Finance = new(EntityKey.Catalog("Finance"), "c1");

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Theory]
    [InlineData(400, "CallerNotResourceOwner", "No.", "Whoever signs in has to own it or to hold a grant over it: for a group its owner, or Group.ReadWrite.All; for an application its owner, or Application.ReadWrite.All")]
    [InlineData(400, "InvalidModel", "The model is invalid.", "does not say which part of what was sent it objects to")]
    [InlineData(400, "InvalidFilter", "OData query is invalid", "expects an id of the form 00000000-0000-0000-0000-000000000000")]
    [InlineData(400, "ArgumentException", "Requested value 'x' was not found.", "does not know a word that was sent")]
    [InlineData(400, "ArgumentNullException", "Value cannot be null.", "expected a list and got none")]
    [InlineData(400, "ResourceNotFoundInOriginSystem", "No.", "up to four minutes after it was made")]
    [InlineData(400, "ResourceAlreadyOnboarded", "No.", "The catalog has it already")]
    [InlineData(400, "InvalidDeleteResourceHasEntitlements", "No.", "still in an access package of the catalog")]
    [InlineData(400, "UnknownError", "", "for grants and for licences that are missing")]
    [InlineData(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.", "The token has expired: sign in again")]
    [InlineData(401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience.", "check `cloud:`")]
    [InlineData(401, "", "", "The token was not taken.")]
    [InlineData(403, "UnAuthorized", "User is not authorized", "It needs EntitlementManagement.ReadWrite.All, consented by an administrator as an application permission, or as a delegated one where a person signs in, or a role of the catalog.")]
    [InlineData(403, "", "", "The same is answered where the tenant lacks the licence, and for minutes after a grant was given")]
    [InlineData(404, "RoleNotFound", "The role was not found.", "has no such role")]
    [InlineData(404, "ResourceNotFound", "The resource was not found.", "does not hold the resource, or not yet")]
    [InlineData(404, "AccessPackageNotFound", "The access package was not found.", "It was deleted meanwhile")]
    [InlineData(409, "DuplicateKey", "There is already a duplicated entity.", "written to the same access package at the same time")]
    [InlineData(409, "", "", "It stands against something that is there")]
    [InlineData(413, "", "", "too large to be sent")]
    [InlineData(429, "TooManyRequests", "Too many requests", "share its limits")]
    [InlineData(500, "", "", "give its support the request id")]
    [InlineData(501, "", "", "not the whole of Microsoft Graph")]
    [InlineData(503, "", "", "give its support the request id")]
    public async Task A_refusal_says_what_to_do(int status, string code, string message, string advice)
    {
        _graph.On("POST", StubGraph.Error(code, message), (HttpStatusCode)status);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Contains(advice, trouble.Message, StringComparison.Ordinal);
        Assert.Equal((status, code), (trouble.Status ?? 0, trouble.Code ?? ""));
    }

    [Theory]
    [InlineData(ReferenceKind.Group, "for a group its owner, or Group.ReadWrite.All", "an application")]
    [InlineData(ReferenceKind.Application, "for an application its owner, or Application.ReadWrite.All (…OwnedBy is not enough)", "a group")]
    [InlineData(ReferenceKind.Site, "for a site its administrator, or Sites.FullControl.All", "a group")]
    public async Task Whoever_does_not_own_a_resource_is_told_the_grant_for_its_kind(ReferenceKind kind, string grant, string other)
    {
        _graph.On("POST", StubGraph.Error("CallerNotResourceOwner"), HttpStatusCode.BadRequest);
        var resource = new CatalogResource { Resource = new Reference(kind, "https://x.sharepoint.com/sites/A", "https://x.sharepoint.com/sites/A") };

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.AddItem(Finance, new ListItem.ResourceOf(resource)), CancellationToken.None));

        Assert.Contains(grant, trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other, trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("users?", ReferenceKind.User, "User.ReadBasic.All")]
    [InlineData("groups?", ReferenceKind.Group, "GroupMember.Read.All")]
    [InlineData("servicePrincipals?", ReferenceKind.Application, "Application.Read.All")]
    [InlineData("sites/", ReferenceKind.Site, "Sites.Read.All")]
    public async Task The_directory_s_refusal_names_the_grant_that_it_wants(string part, ReferenceKind kind, string grant)
    {
        _graph.On(part, StubGraph.Error("Authorization_RequestDenied"), HttpStatusCode.Forbidden);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ResolveAsync([new Reference(kind, "https://x.sharepoint.com/sites/A")], CancellationToken.None));

        Assert.Contains($"The directory refuses: check that {grant} is there", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Enabled", "Entra_Identity_Governance", "The tenant has a licence for it (Entra_Identity_Governance)")]
    [InlineData("Enabled", "AAD_PREMIUM_P2", "The tenant has a licence for it (AAD_PREMIUM_P2)")]
    [InlineData("Enabled", "AAD_PREMIUM", "None of the tenant's licences holds Microsoft Entra ID P2")]
    [InlineData("Suspended", "AAD_PREMIUM_P2", "None of the tenant's licences holds Microsoft Entra ID P2")]
    public async Task Where_it_can_be_known_a_refusal_says_whether_the_licence_is_there_and_asks_once(string status, string plan, string said)
    {
        _graph.On("/identityGovernance/", StubGraph.Error("UnAuthorized"), HttpStatusCode.Forbidden)
            .On("/subscribedSkus", $$"""{ "value": [ { "capabilityStatus": "{{status}}", "servicePlans": [ { "servicePlanName": "{{plan}}" } ] } ] }""");

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.Contains(said, trouble.Message, StringComparison.Ordinal);
        Assert.Single(_graph.Asked, asked => asked.Contains("subscribedSkus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_ask_for_licences_is_told_nothing_of_them()
    {
        _graph.On("/identityGovernance/", StubGraph.Error("UnAuthorized"), HttpStatusCode.Forbidden);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None));

        Assert.DoesNotContain("licences holds", trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("subscribedSkus", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization: Bearer abc.def-ghi_jkl, and more", "Authorization: Bearer ***, and more")]
    [InlineData("bearer%20abcdef&x", "bearer%20***")]
    [InlineData("token eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln end", "token *** end")]
    [InlineData("client_secret=a~b.c&scope=x", "client_secret=***&scope=x")]
    [InlineData("\\\"access_token\\\": \\\"zzz\\\"", "\\\"access_token\\\": \\\"***")]
    [InlineData("The bearer of a name", "The bearer *** a name")]
    public async Task What_looks_like_a_secret_is_left_out(string message, string shown)
    {
        _graph.On("POST", StubGraph.Error("Odd", message), HttpStatusCode.BadRequest);

        var trouble = await Assert.ThrowsAsync<TenantException>(() => Tenant().WriteAsync(new TenantWrite.Create(new Catalog { Name = "Sales" }, null), CancellationToken.None));

        Assert.Contains(shown.Replace("\\\"", "\"", StringComparison.Ordinal), trouble.Message, StringComparison.Ordinal);
    }

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());
}
