namespace Reconciler.Entitlements;

/// <summary>What a reference names.</summary>
public enum ReferenceKind
{
    /// <summary>A user, by user principal name.</summary>
    User,

    /// <summary>A group, by display name.</summary>
    Group,

    /// <summary>An enterprise application that gives roles, by display name. On the wire a service principal.</summary>
    Application,

    /// <summary>A service principal that asks for access itself, by display name.</summary>
    ServicePrincipal,

    /// <summary>A SharePoint site, by its address, which is its id too.</summary>
    Site,

    /// <summary>A connected organization.</summary>
    Organization,

    /// <summary>An access package, with its catalog.</summary>
    Package,

    /// <summary>A custom workflow extension of the same catalog.</summary>
    Extension,

    /// <summary>An assignment policy of the same access package.</summary>
    Policy,
}
