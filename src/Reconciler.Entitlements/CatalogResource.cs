namespace Reconciler.Entitlements;

/// <summary>What a catalog holds: a group, an application or a site, and what is asked of those who request it (contract 4).</summary>
public sealed record CatalogResource
{
    public required Reference Resource { get; init; }

    /// <summary>The admin address of the region of a multi-geo tenant that a site is in (contract 4.2). It is fixed once the site is added.</summary>
    public Setting<string> Geo { get; init; }

    /// <summary>Asked of every requestor of a role of the resource before the request goes on.</summary>
    public Setting<EquatableArray<RequiredAttribute>> Attributes { get; init; }

    public override string ToString() => $"{Resource}";
}
