using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A connected organization: its identity sources look like some, and are nobody else's.</summary>
internal static class RepairOrganization
{
    public static ConnectedOrganization Fitting(ConnectedOrganization organization, Declaration declaration, Neighbours all)
    {
        var former = all.Formerly(declaration)?.Entity as ConnectedOrganization;
        if (!organization.IdentitySources.IsWritten && former is not null)
        {
            return organization;
        }

        var taken = all.Now.Where(d => d.Key < organization.Key).Concat(all.Was.Where(d => d.Key != (former?.Key ?? organization.Key)))
            .Select(d => d.Entity).OfType<ConnectedOrganization>().SelectMany(o => o.IdentitySources.Or([])).Select(KeyOf).ToHashSet();
        var own = organization.IdentitySources.Or([]).Select(WellFormed).DistinctBy(KeyOf).Where(source => !taken.Contains(KeyOf(source))).ToEquatableArray();
        return organization with { IdentitySources = own.IsEmpty ? [new IdentitySource.Domain($"o{Array.IndexOf(Texts.Organizations, organization.Name)}.example")] : own };
    }

    /// <summary>A tenant is one tenant in whichever cloud, and a domain one however it is federated.</summary>
    public static string KeyOf(IdentitySource source) => source switch
    {
        IdentitySource.Tenant tenant => tenant.TenantId,
        IdentitySource.CrossCloudTenant tenant => tenant.TenantId,
        IdentitySource.Domain domain => domain.Name.ToUpperInvariant(),
        IdentitySource.Federation domain => domain.Name.ToUpperInvariant(),
        _ => "facebook",
    };

    private static IdentitySource WellFormed(IdentitySource source) => source switch
    {
        IdentitySource.Tenant tenant => new IdentitySource.Tenant(ValidTexts.Guid(tenant.TenantId)),
        IdentitySource.CrossCloudTenant tenant => tenant with { TenantId = ValidTexts.Guid(tenant.TenantId) },
        IdentitySource.Domain domain => new IdentitySource.Domain(ValidTexts.Domain(domain.Name)),
        IdentitySource.Federation domain => domain with { Name = ValidTexts.Domain(domain.Name) },
        _ => source,
    };
}
