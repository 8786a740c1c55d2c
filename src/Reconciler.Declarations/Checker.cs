using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Rules;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations;

/// <summary>Holds declarations against each other, without a tenant.</summary>
public static class Checker
{
    private static readonly ICheck[] Checks =
    [
        new PackageIsInACatalogThatStays(),
        new ResourceIsInItsCatalog(),
        new EveryStageFindsSomebody(),
        new SponsorsAreAskedAboutOutsiders(),
        new OutsidersCanUseTheCatalog(),
        new NobodyRequestsNothing(),
        new OutsidersAreApproved(),
        new RequestorsAreOfOneSort(),
        new OnlySitesHaveARegion(),
        new ReviewersFitTogether(),
        new AReviewEndsBeforeTheNext(),
        new TranslationsHaveEveryChoice(),
        new CalloutsRunWhatCanRun(),
        new OnlyRequestsWait(),
        new AutomaticAsksNobody(),
        new EscalationComesInTime(),
        new OrganizationsAreTold(),
        new NothingExcludesItself(),
        new DirectAssignmentNeedsNoApproval(),
        new ValuesAreWellFormed(),
    ];

    /// <summary>All that does not fit, by file and position. Tombstones and what is let go fit everywhere.</summary>
    public static EquatableArray<Diagnostic> Check(EntitlementSet declared, SourceMap sources)
    {
        var findings = new Findings();
        foreach (var declaration in declared.Declarations.Where(d => d.Ensure == Ensure.Present))
        {
            foreach (var check in Checks)
            {
                findings.AddRange(check.Check(declaration, declared, sources));
            }
        }

        findings.AddRange(TargetsAreDeclared.Check(declared));
        return findings.InOrder();
    }
}
