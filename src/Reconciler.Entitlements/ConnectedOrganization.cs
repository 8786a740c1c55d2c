namespace Reconciler.Entitlements;

/// <summary>An organization outside whose users may request access (contract 11). It is recognised by its identity sources; the name is an attribute.</summary>
public sealed record ConnectedOrganization : Entity
{
    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    public Setting<OrganizationState> State { get; init; }

    public Setting<EquatableArray<IdentitySource>> IdentitySources { get; init; }

    public Setting<Sponsors> Sponsors { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Organization(Name);
}

/// <summary>Whether an organization was accepted.</summary>
public enum OrganizationState
{
    /// <summary>Its users are among those of any configured organization.</summary>
    Configured,

    /// <summary>The service made it when a stranger was approved; nobody has looked at it yet.</summary>
    Proposed,
}
