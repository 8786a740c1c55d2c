namespace Reconciler.Entitlements;

/// <summary>Who speaks to a tenant.</summary>
public enum CallerKind
{
    /// <summary>The token does not say.</summary>
    Unknown,

    /// <summary>An application by itself, with application permissions.</summary>
    Application,

    /// <summary>A person, with delegated permissions and the roles they have.</summary>
    Person,

    /// <summary>Anybody: the tenant holds nobody to grants.</summary>
    Anybody,
}
