using System.Collections.Immutable;
using Reconciler.Declarations.Baselines;
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

    /// <summary>What does not fit, by file and position, as much of it as somebody reads. Tombstones and what is let go fit everywhere.</summary>
    public static EquatableArray<Diagnostic> Check(EntitlementSet declared, SourceMap sources) => Findings.Shown(All(declared, sources));

    /// <summary>What was loaded with what does not fit in it, but for what its baseline knows.</summary>
    public static LoadResult Check(LoadResult loaded, BaselineResult baseline)
    {
        EquatableArray<Diagnostic> read = [.. loaded.Diagnostics, .. baseline.Diagnostics];
        var judged = baseline.Baseline.Judge(All(loaded.Declared, loaded.Sources));

        // What could not be read may be what was known.
        var gone = Diagnostic.AnyErrors(read) ? [] : judged.Baseline.Gone(loaded.Declared, needTenant: false);
        return loaded with
        {
            Diagnostics = [.. read, .. Findings.Shown(judged.Others), .. gone],
            Known = judged.Known,
            Baseline = judged.Baseline,
            Texts = baseline.Texts.Count == 0 ? loaded.Texts : loaded.Texts.ToImmutableDictionary().SetItems(baseline.Texts),
        };
    }

    /// <summary>All that does not fit, with the entity that each is about, by file and position.</summary>
    public static EquatableArray<Diagnostic> All(EntitlementSet declared, SourceMap sources)
    {
        List<Diagnostic> found = [.. TargetsAreDeclared.Check(declared)];
        foreach (var declaration in declared.Declarations.Where(d => d.Ensure == Ensure.Present))
        {
            foreach (var check in ChecksOf(declaration.Entity))
            {
                foreach (var finding in check.Check(declaration, declared, sources))
                {
                    found.Add(finding with { About = declaration.Key });
                }
            }
        }

        return Findings.Sort(found.Distinct()).ToEquatableArray();
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
