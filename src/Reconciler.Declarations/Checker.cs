using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Rules;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations;

/// <summary>Holds declarations against each other, without a tenant.</summary>
public static class Checker
{
    private static readonly ICheck[] OfOrganizations = [new OrganizationsAreTold(), new ValuesAreWellFormed()];

    private static readonly ICheck[] OfCatalogs = [new OnlySitesHaveARegion(), new TranslationsHaveEveryChoice(), new ValuesAreWellFormed()];

    private static readonly ICheck[] OfExtensions = [new OnlyRequestsWait(), new ValuesAreWellFormed()];

    private static readonly ICheck[] OfPackages = [new PackageIsInACatalogThatStays(), new ResourceIsInItsCatalog(), new NothingExcludesItself()];

    private static readonly ICheck[] OfPolicies =
    [
        new EveryStageFindsSomebody(),
        new SponsorsAreAskedAboutOutsiders(),
        new OutsidersCanUseTheCatalog(),
        new NobodyRequestsNothing(),
        new OutsidersAreApproved(),
        new RequestorsAreOfOneSort(),
        new ReviewersFitTogether(),
        new AReviewEndsBeforeTheNext(),
        new TranslationsHaveEveryChoice(),
        new CalloutsRunWhatCanRun(),
        new AutomaticAsksNobody(),
        new EscalationComesInTime(),
        new ValuesAreWellFormed(),
    ];

    private static readonly ICheck[] OfAssignments = [new DirectAssignmentNeedsNoApproval()];

    /// <summary>All that does not fit, by file and position. Tombstones and what is let go fit everywhere.</summary>
    public static EquatableArray<Diagnostic> Check(EntitlementSet declared, SourceMap sources)
    {
        var findings = new Findings();
        foreach (var declaration in declared.Declarations.Where(d => d.Ensure == Ensure.Present))
        {
            foreach (var check in ChecksOf(declaration.Entity))
            {
                findings.AddRange(check.Check(declaration, declared, sources));
            }
        }

        findings.AddRange(TargetsAreDeclared.Check(declared));
        return findings.InOrder();
    }

    private static ICheck[] ChecksOf(Entity entity) => entity switch
    {
        ConnectedOrganization => OfOrganizations,
        Catalog => OfCatalogs,
        CustomExtension => OfExtensions,
        AccessPackage => OfPackages,
        AssignmentPolicy => OfPolicies,
        DirectAssignment => OfAssignments,
        _ => [],
    };
}
