namespace Reconciler.Entitlements.Fields;

/// <summary>What a change does to access, mildest first: the effect of several is the greatest.</summary>
public enum Effect
{
    /// <summary>Nobody can get, keep or decide more or less than before.</summary>
    Neutral,

    /// <summary>Somebody can get or keep less, or has to pass more.</summary>
    Narrows,

    /// <summary>Somebody can get or keep more, or has to pass less.</summary>
    Widens,

    /// <summary>Some can get or keep more and others less, or nobody can tell who.</summary>
    Both,
}

/// <summary>Whom the change of a field touches.</summary>
public enum Touches
{
    Nobody,

    /// <summary>Those who will request, from now on.</summary>
    FutureRequestors,

    /// <summary>Those who hold an assignment now.</summary>
    Holders,

    /// <summary>Those who run a catalog or the tenant's entitlement management.</summary>
    Delegates,
}
