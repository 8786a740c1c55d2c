using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>Tells whether a policy is for users from outside.</summary>
internal static class Outsiders
{
    public static bool Are(RequestorScope who) => who switch
    {
        RequestorScope.Everyone everyone => everyone.Population is Population.AnyExternalUser or Population.AnyConfiguredOrganization,
        RequestorScope.Listed listed => listed.Principals.Any(principal => principal.Kind == ReferenceKind.Organization),
        _ => false,
    };
}
