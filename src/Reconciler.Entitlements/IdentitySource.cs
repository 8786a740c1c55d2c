namespace Reconciler.Entitlements;

/// <summary>Where the users of a connected organization sign in (contract 11).</summary>
public abstract record IdentitySource
{
    private IdentitySource() { }

    /// <summary>What it is told from others by: a tenant is one tenant in whichever cloud, and a domain one domain however it is federated.</summary>
    public string Key => this switch
    {
        Tenant tenant => tenant.TenantId.ToLowerInvariant(),
        CrossCloudTenant tenant => tenant.TenantId.ToLowerInvariant(),
        Domain domain => domain.Name.ToLowerInvariant(),
        Federation federation => federation.Name.ToLowerInvariant(),
        Social social => $"{social.Provider}",
        Unmodelled unmodelled => unmodelled.Words,
        _ => "",
    };

    /// <summary>A Microsoft Entra tenant.</summary>
    /// <param name="TenantId">Its GUID.</param>
    public sealed record Tenant(string TenantId) : IdentitySource
    {
        public bool Equals(Tenant? other) => other is not null && Same(TenantId, other.TenantId);

        public override int GetHashCode() => TenantId.ToUpperInvariant().GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A Microsoft Entra tenant of another cloud.</summary>
    public sealed record CrossCloudTenant(string TenantId, Cloud Cloud) : IdentitySource
    {
        public bool Equals(CrossCloudTenant? other) => other is not null && Cloud == other.Cloud && Same(TenantId, other.TenantId);

        public override int GetHashCode() => HashCode.Combine(Cloud, TenantId.ToUpperInvariant());
    }

    /// <summary>Whoever has an address of a domain.</summary>
    public sealed record Domain(string Name) : IdentitySource
    {
        public bool Equals(Domain? other) => other is not null && Same(Name, other.Name);

        public override int GetHashCode() => Name.ToUpperInvariant().GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A domain with an identity provider of its own.</summary>
    /// <param name="Issuer">The provider's issuer, a URI.</param>
    public sealed record Federation(string Name, string Issuer) : IdentitySource
    {
        public bool Equals(Federation? other) => other is not null && Same(Name, other.Name) && Issuer == other.Issuer;

        public override int GetHashCode() => Name.ToUpperInvariant().GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>A social identity provider.</summary>
    public sealed record Social(SocialProvider Provider) : IdentitySource;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : IdentitySource, IUnmodelled;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The clouds that a tenant can be in.</summary>
public enum Cloud
{
    Public,
    UsGov,
    China,
}

/// <summary>The social identity providers of Graph v1.0.</summary>
public enum SocialProvider
{
    Facebook,
}
