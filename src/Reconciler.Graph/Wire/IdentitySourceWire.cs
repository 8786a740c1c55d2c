using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Where the users of a connected organization sign in, as Graph writes it (contract 11).</summary>
internal static class IdentitySourceWire
{
    private const string Tenant = "azureActiveDirectoryTenant";
    private const string CrossCloud = "crossCloudAzureActiveDirectoryTenant";
    private const string Domain = "domainIdentitySource";
    private const string Federation = "externalDomainFederation";
    private const string Social = "socialIdentitySource";
    private const string TenantId = "tenantId";
    private const string CloudInstance = "cloudInstance";
    private const string DomainName = "domainName";
    private const string Issuer = "issuerUri";
    private const string Provider = "socialIdentitySourceType";

    private static readonly (Cloud Cloud, string Literal)[] Clouds =
        [(Cloud.Public, "microsoftonline.com"), (Cloud.UsGov, "microsoftonline.us"), (Cloud.China, "partner.microsoftonline.cn")];

    public static IdentitySource ToSource(WireValue source) =>
        source.TypeName() switch
        {
            var type when type.Means(Tenant) && source.Text(TenantId) is { } id => new IdentitySource.Tenant(id),
            var type when type.Means(CrossCloud) && source.Text(TenantId) is { } id && CloudOf(source) is { } cloud =>
                new IdentitySource.CrossCloudTenant(id, cloud),
            var type when type.Means(Domain) && source.Text(DomainName) is { } name => new IdentitySource.Domain(name),
            var type when type.Means(Federation) && source.Text(DomainName) is { } name && source.Text(Issuer) is { } issuer =>
                new IdentitySource.Federation(name, issuer),
            var type when type.Means(Social) && source.Text(Provider).Means("facebook") => new IdentitySource.Social(SocialProvider.Facebook),
            var type => (IdentitySource)new IdentitySource.Unmodelled(
                $"{(type.Length == 0 ? "a source without a type" : type)} {source.Text("displayName") ?? source.Text(CloudInstance)}".TrimEnd()),
        };

    /// <summary>The source; the service wants a name of it too, for which the organization's will do.</summary>
    public static JsonObject From(IdentitySource wanted, string organization)
    {
        var (type, name) = wanted switch
        {
            IdentitySource.Tenant => (Tenant, organization),
            IdentitySource.CrossCloudTenant => (CrossCloud, organization),
            IdentitySource.Domain domain => (Domain, domain.Name),
            IdentitySource.Federation federation => (Federation, federation.Name),
            IdentitySource.Social => (Social, organization),
            _ => throw new InvalidOperationException($"No way to write {wanted}."),
        };
        var source = WireJson.Typed(type);
        source["displayName"] = name;
        switch (wanted)
        {
            case IdentitySource.Tenant tenant:
                source[TenantId] = tenant.TenantId;
                break;
            case IdentitySource.CrossCloudTenant tenant:
                source[TenantId] = tenant.TenantId;
                source[CloudInstance] = Clouds.First(one => one.Cloud == tenant.Cloud).Literal;
                break;
            case IdentitySource.Domain domain:
                source[DomainName] = domain.Name;
                break;
            case IdentitySource.Federation federation:
                source[DomainName] = federation.Name;
                source[Issuer] = federation.Issuer;
                break;
            default:
                source[Provider] = "facebook";
                break;
        }

        return source;
    }

    private static Cloud? CloudOf(WireValue source)
    {
        var known = Array.FindIndex(Clouds, one => source.Text(CloudInstance).Means(one.Literal));
        return known < 0 ? null : Clouds[known].Cloud;
    }
}
