namespace Reconciler.Entitlements.Fields;

/// <summary>Keys of a header by which more is decided than what they say.</summary>
public static class HeaderKeys
{
    /// <summary>What shall become of the entity.</summary>
    public const string Ensure = "ensure";
}
