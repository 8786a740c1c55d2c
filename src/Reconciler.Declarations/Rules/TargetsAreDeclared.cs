using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN190: what is ignored or waived is declared. It may be declared for other tenants, or outside of the scope.</summary>
internal static class TargetsAreDeclared
{
    public static IEnumerable<Diagnostic> Check(EntitlementSet declared)
    {
        // To look for the nearest costs time.
        var most = YamlLimits.ComparedNames / Math.Max(declared.Declarations.Count, 1);
        return declared.Ignores.Select(ignore => (ignore.Target, ignore.Where))
            .Concat(declared.Waivers.Select(waiver => (waiver.Target, waiver.Where)))
            .Where(said => declared.Find(said.Target) is null)
            .Select((said, index) => CheckDiagnostics.TargetIsNotDeclared(said.Where, said.Target, index < most ? NearestTo(said.Target, declared) : null) with { About = said.Target });
    }

    /// <summary>The nearest of the same kind: one of the same name in another place, or one of a name that is near.</summary>
    private static string? NearestTo(EntityKey target, EntitlementSet declared)
    {
        var others = declared.Declarations.Select(declaration => declaration.Key).Where(key => key.Kind == target.Kind).ToArray();
        return others.FirstOrDefault(key => NameComparer.Instance.Equals(key.Name, target.Name))?.ToString()
            ?? Nearest.To(target.ToString(), others.Select(key => key.ToString()));
    }
}
