using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>Puts together what was found for each tenant of a workspace.</summary>
public static class EveryTenant
{
    // Stands for a name; nobody can write it in a file.
    private const string Any = "\0";

    /// <summary>Every finding once, by file, position and code; one that shows for some of the tenants only says for which.</summary>
    public static EquatableArray<Diagnostic> Findings(IReadOnlyCollection<LoadResult> results)
    {
        var found = results.SelectMany(result => result.Diagnostics.Select(finding => (Finding: finding, result.Tenant)))
            .GroupBy(pair => pair.Finding, pair => pair.Tenant)
            .Select(group => (Finding: group.Key, Tenants: group.Distinct().ToArray()))
            .GroupBy(pair => pair.Tenants is [{ } tenant] ? Nameless(pair.Finding, tenant) : pair.Finding)
            .Select(group => group.Count() > 1
                ? Together(group.Key, [.. group.SelectMany(pair => pair.Tenants).OfType<string>()])
                : group.First() is var one && one.Tenants.Length == results.Count ? one.Finding : Named(one.Finding, [.. one.Tenants.OfType<string>()]));
        return [.. Messages.Findings.Sort(found)];
    }

    /// <summary>What is said of one tenant as it could be said of any, to find what is the same for several.</summary>
    private static Diagnostic Nameless(Diagnostic finding, string tenant) => finding with
    {
        Message = finding.Message.Replace($"the tenant {Quote.Of(tenant)}", Any, StringComparison.Ordinal),
        Advice = finding.Advice.Replace($"of {Quote.Of(tenant)} in", $"of {Any} in", StringComparison.Ordinal),
    };

    private static Diagnostic Together(Diagnostic nameless, string[] tenants) => nameless with
    {
        Message = nameless.Message.Replace(Any, $"the tenants {Quote.AllOf(tenants.Order(StringComparer.Ordinal))}", StringComparison.Ordinal),
        Advice = nameless.Advice.Replace(Any, "each", StringComparison.Ordinal),
    };

    private static Diagnostic Named(Diagnostic finding, string[] tenants)
    {
        // Some findings speak of their tenant by themselves.
        var isSaid = tenants is [var tenant] && finding.Message.Contains($"the tenant {Quote.Of(tenant)}", StringComparison.Ordinal);
        return isSaid ? finding : finding with { Message = $"{finding.Message} (tenant{(tenants.Length == 1 ? "" : "s")} {Quote.Listed(tenants, "and")})" };
    }
}
