using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Baselines;

/// <summary>
/// The findings that an old tenant came with: counted and not shown, so that a new one is seen. It hides nothing that keeps files from being read or a plan
/// from being made: such findings are about no entity.
/// </summary>
public sealed record Baseline
{
    public static Baseline None { get; } = new();

    /// <summary>Each code and entity once.</summary>
    public EquatableArray<KnownFinding> Findings { get; init; } = [];

    /// <summary>The baseline under which none of the findings is shown, but those that can't be known.</summary>
    public static Baseline Of(IEnumerable<Diagnostic> findings) => new()
    {
        Findings = findings.Where(finding => finding.About is not null).GroupBy(finding => (finding.Code, Target: finding.About ?? EntityKey.Settings))
            .Select(same => new KnownFinding(same.Key.Code, same.Key.Target, same.Count()))
            .OrderBy(known => known.Target).ThenBy(known => known.Code, StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    /// <summary>Tells the findings that are known from the others, whose order stays.</summary>
    public JudgedFindings Judge(IEnumerable<Diagnostic> findings)
    {
        var left = Findings.ToDictionary(known => (known.Code, known.Target), known => known.Times - known.Found);
        List<Diagnostic> others = [], found = [];
        foreach (var finding in findings)
        {
            var isKnown = finding.About is { } about && left.TryGetValue((finding.Code, about), out var more) && more > 0;
            (isKnown ? found : others).Add(finding);
            if (isKnown && finding.About is { } target)
            {
                left[(finding.Code, target)]--;
            }
        }

        var rest = Findings.Select(known => known with { Found = known.Times - left[(known.Code, known.Target)] }).ToEquatableArray();
        return new JudgedFindings(others.ToEquatableArray(), found.ToEquatableArray(), this with { Findings = rest });
    }

    /// <summary>What was not found, or not so often, once all that could be found has been judged. Of what is declared for other tenants nobody can tell.</summary>
    /// <param name="needTenant">Whether it is about what only a tenant shows, or about the rest.</param>
    public EquatableArray<Diagnostic> Gone(EntitlementSet declared, bool needTenant) =>
    [
        .. from known in Findings
           where known.NeedsTenant == needTenant && known.Found < known.Times && declared.Find(known.Target)?.Ensure != Ensure.Elsewhere
           select CheckDiagnostics.NoLongerFound(known.Where, known.Code, known.Target, known.Times, known.Found),
    ];
}
