using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>Puts together what was found for each tenant of a workspace.</summary>
public static class EveryTenant
{
    /// <summary>Every finding once, by file, position and code; one that shows for some of the tenants only says for which.</summary>
    public static EquatableArray<Diagnostic> Findings(IReadOnlyCollection<LoadResult> results)
    {
        var found = results.SelectMany(result => result.Diagnostics.Select(finding => (Finding: finding, result.Tenant)))
            .GroupBy(pair => pair.Finding, pair => pair.Tenant)
            .Select(group => group.Distinct().Count() == results.Count ? group.Key : Named(group.Key, [.. group.OfType<string>().Distinct()]));
        return [.. Messages.Findings.Sort(found)];
    }

    private static Diagnostic Named(Diagnostic finding, string[] tenants)
    {
        // Some findings speak of their tenant by themselves.
        var isSaid = tenants is [var tenant] && finding.Message.Contains($"the tenant {Quote.Of(tenant)}", StringComparison.Ordinal);
        return isSaid ? finding : finding with { Message = $"{finding.Message} (tenant{(tenants.Length == 1 ? "" : "s")} {Quote.Listed(tenants, "and")})" };
    }
}
