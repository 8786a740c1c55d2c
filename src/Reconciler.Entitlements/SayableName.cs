namespace Reconciler.Entitlements;

/// <summary>What of a name a policy file can hold.</summary>
public static class SayableName
{
    public static string Of(string name) => name;
}
