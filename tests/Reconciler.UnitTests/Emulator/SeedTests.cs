using System.Text.Json.Nodes;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator;

public sealed class SeedTests
{
    private static readonly EmulatorOptions Options = new() { Time = new FixedTime(), NewId = () => throw new InvalidOperationException("Seeds need no minted ids.") };

    [Fact]
    public void A_seed_without_ids_makes_the_same_tenant_every_time()
    {
        const string Seed = """
            { "organization": { "name": "Woodgrove Bank", "domain": "woodgrove.example" },
              "users": [ { "userPrincipalName": "megan@woodgrove.example", "displayName": "Megan Bowen" } ],
              "groups": [ { "displayName": "Twins" }, { "displayName": "Twins" } ],
              "applications": [ { "displayName": "Salesforce", "roles": [ "Standard User" ] } ], "servicePrincipals": [ { "displayName": "Salesforce" } ],
              "environments": [ { "originId": "https://woodgrove-admin.sharepoint.example/", "default": true } ],
              "sites": [ { "url": "https://woodgrove.sharepoint.example/sites/Marketing", "roles": [ "Members" ] } ],
              "invitations": { "blockedDomains": [ "example.com" ] } }
            """;

        var once = EmulatedTenant.FromSeed(Given.Json(Seed), Options).ToState();
        var again = EmulatedTenant.FromSeed(Given.Json(Seed), Options).ToState();

        Assert.Equal(once.ToJsonString(), again.ToJsonString());
        Assert.NotEqual(once["servicePrincipals"]?[0]?["id"]?.GetValue<string>(), once["servicePrincipals"]?[1]?["id"]?.GetValue<string>());
        Assert.Equal("example.com", once["invitations"]?["blockedDomains"]?[0]?.GetValue<string>());
        Assert.NotEqual(once["groups"]?[0]?["id"]?.GetValue<string>(), once["groups"]?[1]?["id"]?.GetValue<string>());
    }

    [Theory]
    [InlineData("/organization", "{}")]
    [InlineData("/organization/domain", """{ "organization": { "name": "x" } }""")]
    [InlineData("/organization/tenantId", """{ "organization": { "name": "x", "domain": "y", "tenantId": "z" } }""")]
    [InlineData("/devices", """{ "devices": [] }""")]
    [InlineData("/users", """{ "users": {} }""")]
    [InlineData("/users/0/userPrincipalName", """{ "users": [ { "displayName": "x" } ] }""")]
    [InlineData("/users/0/guests", """{ "users": [ { "userPrincipalName": "a@b", "displayName": "x", "guests": true } ] }""")]
    [InlineData("/users/0/guest", """{ "users": [ { "userPrincipalName": "a@b", "displayName": "x", "guest": "yes" } ] }""")]
    [InlineData("/users/0/manager", """{ "users": [ { "userPrincipalName": "a@b", "displayName": "x", "manager": "c@b" } ] }""")]
    [InlineData("/users/1/userPrincipalName", """{ "users": [ { "userPrincipalName": "a@b", "displayName": "x" }, { "userPrincipalName": "A@b", "displayName": "y" } ] }""")]
    [InlineData("/groups/0/owners/0", """{ "groups": [ { "displayName": "x", "owners": [ "a@b" ] } ] }""")]
    [InlineData("/groups/0/members/0", """{ "groups": [ { "displayName": "x", "members": [ "y" ] } ] }""")]
    [InlineData("/groups/2/members/0", """{ "groups": [ { "displayName": "y" }, { "displayName": "y" }, { "displayName": "x", "members": [ "y" ] } ] }""")]
    [InlineData("/groups/0/type", """{ "groups": [ { "displayName": "x", "type": "distribution" } ] }""")]
    [InlineData("/users/0/sponsors/0", """{ "users": [ { "userPrincipalName": "a@b", "displayName": "x", "sponsors": [ "c@b" ] } ] }""")]
    [InlineData("/applications/0/displayName", """{ "applications": [ { "roles": [ "User" ] } ] }""")]
    [InlineData("/applications/0/role", """{ "applications": [ { "displayName": "x", "role": "User" } ] }""")]
    [InlineData("/applications/0/roles/1", """{ "applications": [ { "displayName": "x", "roles": [ "User", "user" ] } ] }""")]
    [InlineData("/applications/0/appId", """{ "applications": [ { "displayName": "x", "appId": "y" } ] }""")]
    [InlineData("/applications/1/appId", """{ "applications": [ { "displayName": "x", "appId": "5c1d0000-0000-4000-8000-000000000009" }, { "displayName": "y", "appId": "5c1d0000-0000-4000-8000-000000000009" } ] }""")]
    [InlineData("/servicePrincipals/0/roles", """{ "servicePrincipals": [ { "displayName": "x", "roles": [ "User" ] } ] }""")]
    [InlineData("/environments/0/originId", """{ "environments": [ { "displayName": "x" } ] }""")]
    [InlineData("/environments/1/default", """{ "environments": [ { "originId": "https://x", "default": true }, { "originId": "https://y", "default": true } ] }""")]
    [InlineData("/sites/0/url", """{ "sites": [ { "displayName": "Marketing" } ] }""")]
    [InlineData("/sites/0/url", """{ "sites": [ { "url": "/sites/Marketing" } ] }""")]
    [InlineData("/sites/1/url", """{ "sites": [ { "url": "https://x/sites/A" }, { "url": "https://X/sites/a/" } ] }""")]
    [InlineData("/sites/0/roles/0", """{ "sites": [ { "url": "https://x/sites/A", "roles": [ "" ] } ] }""")]
    [InlineData("/sites/0/environment", """{ "sites": [ { "url": "https://x/sites/A", "environment": "https://y" } ] }""")]
    [InlineData("/invitations/blocked", """{ "invitations": { "blocked": [ "x" ] } }""")]
    [InlineData("/invitations", """{ "invitations": { "blockedDomains": [ "x" ], "allowedDomains": [ "y" ] } }""")]
    public void What_is_wrong_in_a_seed_is_named_with_its_place(string place, string seed)
    {
        var json = Given.Json(seed);
        if (!place.StartsWith("/organization", StringComparison.Ordinal))
        {
            json["organization"] = new JsonObject { ["name"] = "Woodgrove Bank", ["domain"] = "woodgrove.example" };
        }

        var refusal = Assert.Throws<SeedException>(() => EmulatedTenant.FromSeed(json, Options));
        Assert.StartsWith(place + ":", refusal.Message, StringComparison.Ordinal);
    }
}
