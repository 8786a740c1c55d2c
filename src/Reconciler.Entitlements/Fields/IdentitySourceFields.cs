namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="IdentitySource"/>.</summary>
internal static class IdentitySourceFields
{
    private static readonly Shape.Choice Clouds = new(
    [
        new Keyword("public", Cloud.Public, "The worldwide cloud."),
        new Keyword("usGov", Cloud.UsGov, "The cloud for the government of the United States."),
        new Keyword("china", Cloud.China, "The cloud in China, run by 21Vianet."),
    ]);

    private static readonly Shape.Group Tenant = new(
        "identity source",
        [
            FieldOf<IdentitySource.Tenant>.Value("tenant", nameof(IdentitySource.Tenant.TenantId), s => s.TenantId, (s, v) => s with { TenantId = v },
                Row("A Microsoft Entra tenant, by its id.", "the tenant's id", "azureActiveDirectoryTenant.tenantId")),
        ],
        () => new IdentitySource.Tenant(""));

    private static readonly Shape.Group CrossCloud = new(
        "identity source",
        [
            FieldOf<IdentitySource.CrossCloudTenant>.Value("tenant", nameof(IdentitySource.CrossCloudTenant.TenantId),
                s => s.TenantId, (s, v) => s with { TenantId = v },
                Row("A Microsoft Entra tenant, by its id.", "the tenant's id", "crossCloudAzureActiveDirectoryTenant.tenantId")),
            FieldOf<IdentitySource.CrossCloudTenant>.Value("cloud", nameof(IdentitySource.CrossCloudTenant.Cloud), s => s.Cloud, (s, v) => s with { Cloud = v },
                new Row(Clouds, "The other cloud that it is in.")
                {
                    Says = "the cloud", Graph = ["crossCloudAzureActiveDirectoryTenant.cloudInstance"], IsRequired = true,
                    Touches = Touches.FutureRequestors, Judge = Judgement.Any,
                }),
        ],
        () => new IdentitySource.CrossCloudTenant("", Cloud.Public));

    private static readonly Shape.Group Domain = new(
        "identity source",
        [
            FieldOf<IdentitySource.Domain>.Value("domain", nameof(IdentitySource.Domain.Name), s => s.Name, (s, v) => s with { Name = v },
                Row("Whoever has an address of the domain.", "the domain", "domainIdentitySource.domainName")),
        ],
        () => new IdentitySource.Domain(""));

    private static readonly Shape.Group Federation = new(
        "identity source",
        [
            FieldOf<IdentitySource.Federation>.Value("federation", nameof(IdentitySource.Federation.Name), s => s.Name, (s, v) => s with { Name = v },
                Row("A domain with an identity provider of its own.", "the domain", "externalDomainFederation.domainName")),
            FieldOf<IdentitySource.Federation>.Value("issuer", nameof(IdentitySource.Federation.Issuer), s => s.Issuer, (s, v) => s with { Issuer = v },
                Row("The issuer's URI of that provider.", "the issuer", "externalDomainFederation.issuerUri")),
        ],
        () => new IdentitySource.Federation("", ""));

    private static readonly Shape.Group Social = new(
        "identity source",
        [
            FieldOf<IdentitySource.Social>.Value("social", nameof(IdentitySource.Social.Provider), s => s.Provider, (s, v) => s with { Provider = v },
                new Row(new Shape.Choice([new Keyword("facebook", SocialProvider.Facebook, "An account at Facebook.")]), "A social identity provider.")
                { Says = "the provider", Graph = ["socialIdentitySource.socialIdentitySourceType"], IsRequired = true }),
        ],
        () => new IdentitySource.Social(SocialProvider.Facebook));

    public static readonly Shape.Union Shape = new(
        "identity source",
        [
            Shapes.Form<IdentitySource, IdentitySource.Tenant>(Tenant, s => s, s => s as IdentitySource.Tenant),
            Shapes.Form<IdentitySource, IdentitySource.CrossCloudTenant>(CrossCloud, s => s, s => s as IdentitySource.CrossCloudTenant),
            Shapes.Form<IdentitySource, IdentitySource.Domain>(Domain, s => s, s => s as IdentitySource.Domain),
            Shapes.Form<IdentitySource, IdentitySource.Federation>(Federation, s => s, s => s as IdentitySource.Federation),
            Shapes.Form<IdentitySource, IdentitySource.Social>(Social, s => s, s => s as IdentitySource.Social),
        ]);

    // Of another provider nobody can tell whom it lets in.
    private static Row Row(string doc, string says, string graph) =>
        new(Shapes.Name, doc) { Says = says, Portal = "Directory + domain", Graph = [graph], IsRequired = true, Touches = Touches.FutureRequestors, Judge = Judgement.Any };
}
